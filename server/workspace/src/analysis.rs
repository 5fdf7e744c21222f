//! The analysis of one file from scratch, by the same queries as the incremental one.

use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tripline_fix::{Fix, FixAll, Scope};
use tripline_ir::FileIr;
use tripline_rules::Finding;
use tripline_syntax::Document;

use crate::db::{self, Content, Database, File, Origin, Workspace};
use crate::report::Found;
use crate::scratch::{Scratch, Version};
use crate::{FileReport, Settings, SharedRules};

/// The analysis of a file that does not change any more.
#[derive(Clone)]
pub struct Analysis {
    path: PathBuf,
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
    /// The program that the file is a part of.
    program: (Database, Workspace),
    scratch: Arc<Scratch>,
}

impl Analysis {
    /// The analysis of a file of a program; `None` for one that is no program.
    pub(crate) fn of(db: &Database, workspace: Workspace, file: File) -> Option<Self> {
        let document = file.content(db).document()?;
        Some(Analysis::with_document(db, workspace, file, document))
    }

    fn with_document(db: &Database, workspace: Workspace, file: File, document: Document) -> Self {
        Analysis {
            path: file.path(db).clone(),
            name: file.name(db).clone(),
            document,
            ir: db::file_ir(db, file),
            report: db::file_report(db, workspace, file),
            found: db::found(db, workspace, file),
            settings: Arc::clone(file.settings(db)),
            rules: workspace.rules(db).clone(),
            program: (db.clone(), workspace),
            scratch: Arc::default(),
        }
    }

    /// The bytes of the text that hold a secret, whatever settings and suppressions hide.
    pub fn secrets(&self) -> Vec<Range<usize>> {
        let findings = self.found.findings.iter();
        let spans = findings.flat_map(|finding| &finding.secrets);
        spans.map(|span| span.range()).collect()
    }

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

    /// What is reported of another version of the file.
    pub fn report_of(&self, document: &Document) -> Arc<FileReport> {
        self.scratch.report(&self.version(), document)
    }

    fn version(&self) -> Version<'_> {
        Version {
            path: &self.path,
            name: &self.name,
            document: &self.document,
            ir: &self.ir,
            settings: &self.settings,
            rules: &self.rules,
            program: (&self.program.0, self.program.1),
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
    Analysis::with_document(&db, workspace, file, document)
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
    let workspace = Workspace::of(db, rules.clone());
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
