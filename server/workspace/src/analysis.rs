//! The analysis of one file from scratch, by the same queries as the incremental one.

use std::path::Path;
use std::sync::Arc;

use salsa::Durability;
use tripline_fix::Fix;
use tripline_ir::FileIr;
use tripline_rules::Finding;
use tripline_syntax::Document;

use crate::db::{self, Database, Db, File, Origin, Workspace};
use crate::report::Found;
use crate::{FileReport, Settings, SharedRules};

/// A file that was analysed from scratch.
#[derive(Clone, Debug)]
pub struct Analysis {
    /// Its path below the workspace root, with slashes.
    pub name: String,
    /// Its text and tree.
    pub document: Document,
    /// The document, lowered.
    pub ir: Arc<FileIr>,
    /// What is reported of it.
    pub report: Arc<FileReport>,
    /// Every finding, before settings and suppressions.
    found: Arc<Found>,
    rules: SharedRules,
}

impl Analysis {
    /// The proven fixes of a finding of the report, in order of preference.
    pub fn fixes(&self, finding: &Finding) -> Vec<Fix> {
        fixes(
            &self.name,
            &self.document,
            &self.ir,
            &self.found.findings,
            finding,
            &self.rules,
        )
    }
}

/// Analyses the file at `path`, which is `name` below the workspace root, from scratch, whoever wrote it.
pub fn analyze(
    path: &Path,
    name: &str,
    document: Document,
    settings: &Arc<Settings>,
    rules: &SharedRules,
) -> Analysis {
    let db = Database::default();
    let (workspace, file) = inputs(&db, path, name, &document, settings, rules);
    let report = db::file_report(&db, workspace, file);
    let ir = db::file_ir(&db, file);
    let found = db::found(&db, workspace, file);
    Analysis {
        name: name.to_owned(),
        document,
        ir,
        report,
        found,
        rules: rules.clone(),
    }
}

/// The proven fixes of a finding, in order of preference.
pub(crate) fn fixes(
    _name: &str,
    _document: &Document,
    _ir: &FileIr,
    _found: &[Finding],
    _finding: &Finding,
    _rules: &SharedRules,
) -> Vec<Fix> {
    Vec::new()
}

/// Every finding of a version of a file, before settings and suppressions.
pub(crate) fn findings(
    name: &str,
    document: &Document,
    ir: &FileIr,
    rules: &SharedRules,
) -> Vec<Finding> {
    let db = Database::default();
    let (workspace, file) = inputs(&db, Path::new(name), name, document, &Arc::default(), rules);
    db.keep(file, &Arc::new(ir.clone()));
    db::found(&db, workspace, file).findings.clone()
}

/// The path of a file below its root, with slashes; the whole path of a file outside all roots.
pub(crate) fn name_below(root: Option<&Path>, path: &Path) -> String {
    let below = root
        .and_then(|root| path.strip_prefix(root).ok())
        .unwrap_or(path);
    let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

fn inputs(
    db: &Database,
    path: &Path,
    name: &str,
    document: &Document,
    settings: &Arc<Settings>,
    rules: &SharedRules,
) -> (Workspace, File) {
    let workspace = Workspace::builder(rules.clone())
        .durability(Durability::HIGH)
        .new(db);
    let file = File::new(
        db,
        path.to_owned(),
        name.to_owned(),
        document.clone(),
        Arc::clone(settings),
        None,
        Origin::Named,
    );
    (workspace, file)
}
