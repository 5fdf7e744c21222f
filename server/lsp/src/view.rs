//! One state of the session, to read from on any thread.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use tower_lsp::gen_lsp_types::{Diagnostic, Uri};
use tower_lsp::jsonrpc::Error;
use tripline_workspace::{Cancellable, Cancelled, ConfigProblem, FileSystem, Snapshot};

use crate::capabilities::Abilities;
use crate::diagnostics::{self, Others};
use crate::documents::Documents;

/// Documents, findings and settings as they were at one moment.
///
/// The next change waits until it is dropped.
pub(crate) struct View {
    /// What is known of the files.
    pub(crate) snapshot: Snapshot,
    /// What is open in the editor.
    pub(crate) documents: Arc<Documents>,
    /// What the client can do.
    pub(crate) client: Arc<Abilities>,
    /// The files.
    pub(crate) files: Arc<dyn FileSystem>,
    /// The workspace roots.
    pub(crate) roots: Arc<[PathBuf]>,
    /// What is wrong in the configuration.
    pub(crate) problems: Arc<[ConfigProblem]>,
}

/// Why a read has no result.
pub(crate) enum Failure {
    /// A change came in between: it is tried again, or given up if it was about the document that has changed.
    Cancelled,
    /// The client gets this error.
    Refused(Error),
}

impl From<Cancelled> for Failure {
    fn from(_: Cancelled) -> Self {
        Failure::Cancelled
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Failure::Refused(error)
    }
}

impl Others for View {
    fn text(&self, path: &Path) -> Option<Arc<str>> {
        self.snapshot.text(path)
    }

    fn uri(&self, path: &Path) -> Uri {
        self.documents.uri(path)
    }
}

impl View {
    /// The diagnostics of a file: of its findings, or of what is wrong in it if it is a configuration file.
    pub(crate) fn diagnostics(&self, path: &Path) -> Cancellable<Vec<Diagnostic>> {
        let report = self.snapshot.diagnostics(path)?;
        let (Some(report), Some(document)) = (report, self.snapshot.document(path)) else {
            return Ok(diagnostics::of_config(
                path,
                &self.problems,
                self.client.encoding,
            ));
        };
        let uri = self.documents.uri(path);
        let version = self.documents.get(path).map(|document| document.version);
        let page = diagnostics::Page {
            uri: &uri,
            version,
            rope: document.rope(),
            client: &self.client,
            others: self,
        };
        Ok(report
            .shown()
            .into_iter()
            .map(|finding| page.diagnostic(finding))
            .collect())
    }

    /// The root that a file lies in, the innermost if there are several.
    pub(crate) fn root(&self, path: &Path) -> Option<&Path> {
        let around = self.roots.iter().filter(|root| path.starts_with(root));
        around
            .max_by_key(|root| root.as_os_str().len())
            .map(PathBuf::as_path)
    }
}
