//! Sources that are analysed with the built-in rules.
#![allow(
    dead_code,
    reason = "which functions are used differs from test to test"
)]

use std::path::Path;

use tripline_fix::{Fix, FixAll, Scope, Source, fix_all, fixes, propose};
use tripline_ir::{FileIr, lower};
use tripline_rules::{Finding, Rules};
use tripline_syntax::{Document, Language, apply_edits};

/// A text as a file.
pub(crate) struct File {
    path: String,
    document: Document,
    ir: FileIr,
}

impl File {
    /// The text as a file of this name.
    pub(crate) fn new(path: &str, text: &str) -> Self {
        let language =
            Language::from_path(Path::new(path)).expect("tests name files of known languages");
        let document = Document::parse(language, text);
        let ir = lower::lower(&document, None);
        File {
            path: path.to_owned(),
            document,
            ir,
        }
    }

    fn source(&self) -> Source<'_> {
        Source {
            path: Path::new(&self.path),
            document: &self.document,
            ir: &self.ir,
        }
    }

    /// Every finding.
    pub(crate) fn findings(&self) -> Vec<Finding> {
        self.analyze(&self.document, &self.ir)
    }

    fn analyze(&self, document: &Document, ir: &FileIr) -> Vec<Finding> {
        let source = tripline_rules::Source {
            path: Some(&self.path),
            syntax: tripline_rules::Syntax::Parsed(document),
            ir,
        };
        tripline_rules::analyze(&source, Rules::builtin())
    }

    /// The proven fixes of the first finding that has any candidate.
    pub(crate) fn fixes(&self) -> Vec<Fix> {
        let findings = self.findings();
        let source = self.source();
        let analyze = |document: &Document, ir: &FileIr| self.analyze(document, ir);
        let fixable = findings
            .iter()
            .find(|finding| !propose(&source, finding).is_empty());
        fixable.map_or_else(Vec::new, |finding| {
            fixes(&source, finding, &findings, &analyze)
        })
    }

    /// The candidates of all findings.
    pub(crate) fn candidates(&self) -> Vec<Fix> {
        self.findings()
            .iter()
            .flat_map(|finding| propose(&self.source(), finding))
            .collect()
    }

    /// Every fix of the file.
    pub(crate) fn fix_all(&self, scope: Scope) -> FixAll {
        let analyze = |document: &Document, ir: &FileIr| self.analyze(document, ir);
        fix_all(&self.source(), &self.findings(), scope, &analyze)
    }

    /// The text after a fix.
    pub(crate) fn after(&self, fix: &Fix) -> String {
        apply_edits(self.document.text(), &fix.edits).expect("the edits of a fix do not overlap")
    }

    /// The number of syntax errors.
    pub(crate) fn error_count(&self) -> usize {
        self.document.error_count()
    }
}
