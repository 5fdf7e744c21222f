//! Text for a terminal: colours, an excerpt of the source with carets, the flow.

use std::io::Write;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use tripline_rules::{Severity, StepKind};

use super::text;
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
    let mut snippet = Snippet::source(file.masked.text())
        .path(&file.shown)
        .annotation(AnnotationKind::Primary.span(primary.clone()));
    for step in &finding.steps {
        let span = file.masked.locate(&step.span.range());
        if step.kind != StepKind::Sink && span != primary {
            snippet = snippet.annotation(AnnotationKind::Context.span(span).label(&step.message));
        }
    }
    let mut group = level
        .primary_title(&title)
        .id(&*finding.check)
        .element(snippet);
    if !finding.help.is_empty() {
        group = group.element(Level::HELP.message(&finding.help));
    }
    renderer.render(&[group])
}
