//! The analysis of one file from scratch, by the same queries as the incremental one.

use std::fmt;
use std::path::Path;
use std::sync::Arc;

use salsa::Durability;
use tripline_fix::{Fix, FixAll, Scope};
use tripline_ir::FileIr;
use tripline_rules::Finding;
use tripline_syntax::Document;

use crate::db::{self, Content, Database, File, Origin, Workspace};
use crate::report::Found;
use crate::scratch::{Scratch, Version};
use crate::{FileReport, Settings, SharedRules};

/// A file that was analysed from scratch.
#[derive(Clone)]
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
    settings: Arc<Settings>,
    rules: SharedRules,
    scratch: Arc<Scratch>,
}

impl Analysis {
    /// The proven fixes of a finding of the report, in order of preference.
    pub fn fixes(&self, finding: &Finding) -> Vec<Fix> {
        self.scratch
            .fixes(&self.version(), &self.found, finding, &|| {})
    }

    /// What applying the fixes of all findings of the report does.
    pub fn fix_all(&self, which: Scope) -> FixAll {
        self.scratch
            .fix_all(&self.version(), &self.report, which, &|| {})
    }

    fn version(&self) -> Version<'_> {
        Version {
            name: &self.name,
            document: &self.document,
            ir: &self.ir,
            settings: &self.settings,
            rules: &self.rules,
        }
    }
}

impl fmt::Debug for Analysis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Analysis")
            .field("name", &self.name)
            .field("report", &self.report)
            .finish_non_exhaustive()
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
    let content = Content::Open(document.clone());
    let (workspace, file) = inputs(&db, path, name, content, settings, rules);
    let report = db::file_report(&db, workspace, file);
    let ir = db::file_ir(&db, file);
    let found = db::found(&db, workspace, file);
    Analysis {
        name: name.to_owned(),
        document,
        ir,
        report,
        found,
        settings: Arc::clone(settings),
        rules: rules.clone(),
        scratch: Arc::default(),
    }
}

/// What is reported of a text that is no program: secrets.
pub fn analyze_text(
    path: &Path,
    name: &str,
    text: &str,
    settings: &Arc<Settings>,
    rules: &SharedRules,
) -> Arc<FileReport> {
    let db = Database::default();
    let content = Content::Text(Arc::from(text));
    let (workspace, file) = inputs(&db, path, name, content, settings, rules);
    db::file_report(&db, workspace, file)
}

/// The path of a file below its root, with slashes; the whole path of a file outside all roots.
pub(crate) fn name_below(root: Option<&Path>, path: &Path) -> String {
    let below = root
        .and_then(|root| path.strip_prefix(root).ok())
        .unwrap_or(path);
    let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

pub(crate) fn inputs(
    db: &Database,
    path: &Path,
    name: &str,
    content: Content,
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
        content,
        Arc::clone(settings),
        None,
        Origin::Named,
    );
    (workspace, file)
}
