//! Text for a terminal: colours, an excerpt of the source with carets, the flow.

use std::io::Write;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use tripline_rules::{Severity, StepKind};

use super::{confidence_name, severity_name, text};
use crate::error::Error;
use crate::output::Output;
use crate::report::{Report, ReportedFile, ReportedFinding};

pub(super) fn write(report: &Report, output: &mut Output) -> Result<(), Error> {
    let renderer = Renderer::styled();
    for (file, reported) in report.findings() {
        let rendered = finding(file, reported, &renderer);
        writeln!(output, "{rendered}\n")?;
    }
    text::summary(report, output)
}

fn finding(file: &ReportedFile, reported: &ReportedFinding, renderer: &Renderer) -> String {
    let finding = &reported.finding;
    let level = match finding.severity {
        Severity::Critical | Severity::High => Level::ERROR,
        Severity::Medium => Level::WARNING,
        Severity::Low => Level::INFO,
    };
    let title = format!("{}: {}", finding.title, finding.message);
    let primary = file.masked.locate(&finding.span.range());
    let steps: Vec<_> = finding
        .steps
        .iter()
        .filter(|step| step.kind != StepKind::Sink && step.file.is_none())
        .map(|step| (file.masked.locate(&step.span.range()), &step.message))
        .filter(|(span, _)| *span != primary)
        .collect();
    let places = steps.iter().map(|(span, _)| span).chain([&primary]);
    let excerpt = file.masked.excerpt(places);
    let shifted =
        |span: &std::ops::Range<usize>| span.start - excerpt.start..span.end - excerpt.start;
    let mut snippet = Snippet::source(excerpt.text)
        .line_start(excerpt.line)
        .path(&file.page.shown)
        .annotation(AnnotationKind::Primary.span(shifted(&primary)));
    for (span, message) in &steps {
        snippet = snippet.annotation(AnnotationKind::Context.span(shifted(span)).label(*message));
    }
    let mut group = level
        .with_name(severity_name(finding.severity))
        .primary_title(&title)
        .id(&*finding.check)
        .element(snippet)
        .element(Level::NOTE.message(format!(
            "confidence {}",
            confidence_name(finding.confidence)
        )));
    for step in &finding.steps {
        if step.file.is_some() {
            let other = file.page_of(step);
            let line = other.line(step.span.start);
            let note = format!("{}:{line}: {}", other.shown, step.message);
            group = group.element(Level::NOTE.message(note));
        }
    }
    if !finding.help.is_empty() {
        group = group.element(Level::HELP.message(&finding.help));
    }
    renderer.render(&[group])
}

#[cfg(test)]
mod tests {

    use tripline_rules::Confidence;

    use super::*;
    use crate::project::{Overrides, Project};
    use crate::report::{Fixes, Selection};

    fn rendered(text: &str) -> String {
        let scratch = tempfile::tempdir().unwrap();
        let folder = scratch.path().to_owned();
        std::fs::write(folder.join("app.py"), text).unwrap();
        let mut project = Project::open(folder.clone(), &[], &Overrides::default()).unwrap();
        let found = project.scan(vec![folder], 1, &|_| ());
        let selection = Selection {
            severity: Severity::Low,
            confidence: Confidence::Low,
            fixes: Fixes::Omitted,
        };
        let report = Report::new(&project, &found, selection);
        let findings: Vec<String> = report
            .findings()
            .map(|(file, reported)| finding(file, reported, &Renderer::plain()))
            .collect();
        findings.join("\n\n")
    }

    #[test]
    fn an_excerpt_shows_the_flow_and_masks_secrets() {
        let text = "import sqlite3\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n\
                    @app.route('/')\ndef orders():\n    status = request.args.get('status')\n    \
                    db = sqlite3.connect('shop.db')\n    a = 1\n    b = 2\n    c = 3\n    d = 4\n    \
                    return db.execute('SELECT * FROM orders WHERE status = ' + status)\n\n\n\
                    API_KEY = \"sk-live-4f8a9c1e7b\"\n";
        insta::assert_snapshot!(rendered(text));
    }
}
