//! The analysis of one file from scratch, by the same queries as the incremental one.

use std::path::Path;
use std::sync::Arc;

use salsa::Durability;
use crate::engine::Fix;
use tripline_ir::FileIr;
use tripline_rules::Finding;
use tripline_syntax::Document;

use crate::db::{self, Database, Db, File, Origin, Workspace};
use crate::report::Found;
use crate::{FileReport, Settings, SharedRules};

/// A file that was analysed from scratch.
#[derive(Clone, Debug)]
pub struct Analysis {
    /// Its text and tree.
    pub document: Document,
    /// The document, lowered.
    pub ir: Arc<FileIr>,
    /// What is reported of it.
    pub report: Arc<FileReport>,
}

/// Analyses a file from scratch, whoever wrote it.
pub fn analyze(path: &Path, document: Document, settings: &Arc<Settings>, rules: &SharedRules) -> Analysis {
    let db = Database::default();
    let (workspace, file) = inputs(&db, path, &document, settings, rules);
    let report = db::file_report(&db, workspace, file);
    let ir = db::file_ir(&db, file);
    Analysis { document, ir, report }
}

/// Every finding of a version of a file, before settings and suppressions.
pub(crate) fn findings(path: &Path, document: &Document, ir: &FileIr, rules: &SharedRules) -> Vec<Finding> {
    let db = Database::default();
    let (workspace, file) = inputs(&db, path, document, &Arc::default(), rules);
    db.keep(file, &Arc::new(ir.clone()));
    db::found(&db, workspace, file).findings.clone()
}

/// The proven fixes of a finding, in order of preference.
pub(crate) fn fixes(
    _path: &Path,
    _document: &Document,
    _ir: &FileIr,
    _found: &Found,
    _finding: &Finding,
    _rules: &SharedRules,
) -> Vec<Fix> {
    Vec::new()
}

fn inputs(
    db: &Database,
    path: &Path,
    document: &Document,
    settings: &Arc<Settings>,
    rules: &SharedRules,
) -> (Workspace, File) {
    let workspace = Workspace::builder(rules.clone()).durability(Durability::HIGH).new(db);
    let file = File::new(db, path.to_owned(), document.clone(), Arc::clone(settings), None, Origin::Named);
    (workspace, file)
}
