//! A finding.

use std::fmt;
use std::sync::Arc;

use tripline_ir::{BodyKey, ExprId, FileSpan, StmtId, Symbol};

use crate::check::FixSpec;
use crate::{Confidence, Severity};

/// Identifies a finding across edits elsewhere, renamed files and moved functions: a hash of the check, the
/// normalised text of the primary expression, the enclosing body's path and the occurrence among equal ones.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint(pub u64);

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A security problem in a file. Spans are absolute in that file.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Id of the check: `sql-injection`.
    pub check: Arc<str>,
    /// Name of the rule in the check.
    pub rule: Arc<str>,
    /// Severity.
    pub severity: Severity,
    /// Confidence.
    pub confidence: Confidence,
    /// The class's name: "SQL injection".
    pub title: Arc<str>,
    /// What is wrong here: "string interpolation in query". Secrets are masked.
    pub message: String,
    /// What to do instead: "Use a parameterized query". Secrets are masked.
    pub help: String,
    /// The dangerous expression.
    pub span: FileSpan,
    /// How the data travels, from where it enters to the sink; empty for findings without flow.
    pub steps: Vec<FindingStep>,
    /// Other places where untrusted data enters.
    pub related: Vec<FindingStep>,
    /// Identity.
    pub fingerprint: Fingerprint,
    /// Ranges of the file that hold a secret and must be masked wherever the text is shown.
    pub secrets: Vec<FileSpan>,
    /// What a fix starts from, in order of preference.
    pub fixes: Vec<FixRequest>,
}

/// A step of a flow.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FindingStep {
    /// Its role.
    pub kind: StepKind,
    /// The path of the file; `None` for the file of the finding.
    pub file: Option<Symbol>,
    /// Where in the file.
    pub span: FileSpan,
    /// What happens: "untrusted input enters here".
    pub message: String,
}

/// The role of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StepKind {
    /// Data enters.
    Source,
    /// Data passes.
    Intermediate,
    /// Data does harm.
    Sink,
}

/// What a fix needs to know of a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct FixRequest {
    /// What the check asks for.
    pub spec: Arc<FixSpec>,
    /// Where in the IR.
    pub location: Location,
    /// For a flow: the kind of harm.
    pub kind: Option<tripline_flow::Kind>,
    /// For a query: the shape of its text.
    pub shape: Option<Arc<tripline_flow::Shape>>,
    /// For a query: how the driver binds values.
    pub binding: Option<crate::model::Binding>,
    /// For a command: how its program is run without a shell.
    pub arguments: Option<crate::model::ArgumentsSpec>,
    /// For a secret: the environment variable to read.
    pub variable: Option<String>,
}

/// Where a finding is in the IR of its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Location {
    /// The body.
    pub body: BodyKey,
    /// The call, literal, comparison or assigned expression that the rule matched.
    pub expr: Option<ExprId>,
    /// The primary expression (an argument of `expr`, or itself).
    pub primary: Option<ExprId>,
    /// The statement of a branch, and its arm.
    pub branch: Option<(StmtId, usize)>,
    /// The resolved callee.
    pub callee: Option<Symbol>,
}
