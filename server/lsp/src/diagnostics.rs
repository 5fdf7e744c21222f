//! Findings as diagnostics.

use std::fmt::Write;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::sync::Arc;

use ropey::Rope;
use serde::{Deserialize, Serialize};
use tower_lsp::gen_lsp_types::{
    Code, CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity,
    DiagnosticTag, Location, Message, Range, Uri,
};
use tripline_rules::{Finding, FindingStep, StepKind};
use tripline_syntax::Encoding;
use tripline_workspace::{ConfigProblem, UNUSED_SUPPRESSION};

use crate::capabilities::{Abilities, IDENTIFIER};
use crate::convert::{Lines, severity};

/// Where the pages of the checks are, each under its id.
const CHECK_PAGES: &str = "https://tripline.dev/checks";

/// The code of what is wrong in a configuration file.
const CONFIGURATION: &str = "configuration";

/// What comes back with a diagnostic when the client asks for code actions. It names the finding and says nothing of
/// the text.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Identity {
    /// Version of this format.
    pub(crate) v: u32,
    /// The finding.
    pub(crate) fingerprint: String,
    /// Id of its check.
    pub(crate) check: String,
    /// Version of the document.
    pub(crate) version: Option<i32>,
}

/// The document that diagnostics are for.
#[derive(Clone, Copy)]
pub(crate) struct Page<'a> {
    /// As the client writes it.
    pub(crate) uri: &'a Uri,
    /// The editor's version, if it is open.
    pub(crate) version: Option<i32>,
    /// Its text.
    pub(crate) rope: &'a Rope,
    /// What the client can show.
    pub(crate) client: &'a Abilities,
    /// The other files that data comes through.
    pub(crate) others: &'a dyn Others,
}

/// The other files of the program.
pub(crate) trait Others {
    /// The text of the file at a path.
    fn text(&self, path: &Path) -> Option<Arc<str>>;

    /// Its name as the client writes it.
    fn uri(&self, path: &Path) -> Uri;
}

impl Page<'_> {
    /// The diagnostic of a finding in this document.
    pub(crate) fn diagnostic(self, finding: &Finding) -> Diagnostic {
        let client = self.client;
        let mut message = headline(finding);
        let mut related = None;
        if client.related_information {
            related = Some(self.related(finding)).filter(|related| !related.is_empty());
        } else {
            self.fold(&mut message, finding);
        }
        let identity = Identity {
            v: 1,
            fingerprint: finding.fingerprint.to_string(),
            check: finding.check.to_string(),
            version: self.version,
        };
        let is_unnecessary = *finding.check == *UNUSED_SUPPRESSION && client.unnecessary_tag;
        let page = || CodeDescription {
            href: Uri(format!("{CHECK_PAGES}/{}", finding.check)),
        };
        Diagnostic {
            range: self.lines().range(finding.span.start, finding.span.end),
            severity: Some(severity(finding.severity)),
            code: Some(Code::String(finding.check.to_string())),
            code_description: client.code_description.then(page),
            source: Some(IDENTIFIER.to_owned()),
            message: Message::String(message),
            tags: is_unnecessary.then(|| vec![DiagnosticTag::Unnecessary]),
            related_information: related,
            data: client
                .diagnostic_data
                .then(|| serde_json::to_value(identity).unwrap_or_default()),
        }
    }

    fn lines(&self) -> Lines<'_> {
        Lines::new(self.rope, self.client.encoding)
    }

    fn related(&self, finding: &Finding) -> Vec<DiagnosticRelatedInformation> {
        let step = |step: &FindingStep| {
            Some(DiagnosticRelatedInformation {
                location: self.location(step)?,
                message: step_message(step),
            })
        };
        steps(finding).filter_map(step).collect()
    }

    /// Where a step is; `None` if its file is gone.
    fn location(&self, step: &FindingStep) -> Option<Location> {
        let Some(path) = step.file else {
            return Some(Location {
                uri: self.uri.clone(),
                range: self.lines().range(step.span.start, step.span.end),
            });
        };
        let path = Path::new(path.as_str());
        let rope = Rope::from_str(&self.others.text(path)?);
        let lines = Lines::new(&rope, self.client.encoding);
        Some(Location {
            uri: self.others.uri(path),
            range: lines.range(step.span.start, step.span.end),
        })
    }

    /// Adds the steps of the flow to the message, for a client that shows nothing beside it.
    fn fold(&self, message: &mut String, finding: &Finding) {
        for step in steps(finding) {
            if let Some(place) = place(step, self.rope, self.others) {
                let _infallible = write!(message, "\n{place}: {}", step_message(step));
            }
        }
    }
}

/// Where a step is, for people: `line 12`, or `line 12 of db.py`; `None` if its file is gone.
pub(crate) fn place(step: &FindingStep, rope: &Rope, others: &dyn Others) -> Option<String> {
    let Some(path) = step.file else {
        let (line, _) = tripline_syntax::line_column(rope, step.span.start);
        return Some(format!("line {line}"));
    };
    let path = Path::new(path.as_str());
    let rope = Rope::from_str(&others.text(path)?);
    let (line, _) = tripline_syntax::line_column(&rope, step.span.start);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Some(format!("line {line} of {name}"))
}

/// The steps of the flow, and the other places where data enters.
fn steps(finding: &Finding) -> impl Iterator<Item = &FindingStep> {
    finding.steps.iter().chain(&finding.related)
}

/// What happens at a step; never empty.
pub(crate) fn step_message(step: &FindingStep) -> String {
    if !step.message.is_empty() {
        return step.message.clone();
    }
    match step.kind {
        StepKind::Source => "data enters here",
        StepKind::Intermediate => "data passes here",
        StepKind::Sink => "data does harm here",
    }
    .to_owned()
}

/// The title, the message and the help of a finding in one line.
///
/// Never empty: one diagnostic without a message makes VS Code
/// [show none at all](https://github.com/ast-grep/ast-grep/issues/969).
pub(crate) fn headline(finding: &Finding) -> String {
    let mut text = if finding.title.is_empty() {
        finding.check.to_string()
    } else {
        finding.title.to_string()
    };
    for (separator, part) in [(": ", &finding.message), (". ", &finding.help)] {
        let part = part.trim();
        if !part.is_empty() {
            text.truncate(text.trim_end_matches('.').len());
            text.push_str(separator);
            text.push_str(part);
        }
    }
    text
}

/// What is wrong in the configuration file at `path`.
pub(crate) fn of_config(
    path: &Path,
    problems: &[ConfigProblem],
    encoding: Encoding,
) -> Vec<Diagnostic> {
    let here = problems.iter().filter(|problem| problem.path == path);
    here.map(|problem| {
        let rope = Rope::from_str(&problem.source);
        let range = problem.span.map_or_else(Range::default, |span| {
            Lines::new(&rope, encoding).range(span.start, span.end)
        });
        Diagnostic {
            range,
            severity: Some(DiagnosticSeverity::Error),
            code: Some(Code::String(CONFIGURATION.to_owned())),
            code_description: None,
            source: Some(IDENTIFIER.to_owned()),
            message: Message::String(problem.message.clone()),
            tags: None,
            related_information: None,
            data: None,
        }
    })
    .collect()
}

/// Names a set of diagnostics: equal sets have equal ids.
pub(crate) fn result_id(diagnostics: &[Diagnostic]) -> String {
    let mut hasher = DefaultHasher::new();
    for diagnostic in diagnostics {
        // The version is in the data, and says nothing of what is shown.
        let shown = Diagnostic {
            data: None,
            ..diagnostic.clone()
        };
        serde_json::to_string(&shown)
            .unwrap_or_default()
            .hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}
