//! `workspace/didChangeWatchedFiles`

use std::collections::BTreeSet;

use tower_lsp::gen_lsp_types::{DidChangeWatchedFilesParams, FileChangeType};

use crate::session::State;
use crate::uri;

pub(crate) fn did_change_watched_files(state: &mut State, params: DidChangeWatchedFilesParams) {
    let mut has_config = false;
    let mut has_changed = false;
    let mut seen = BTreeSet::new();
    // The last event of a file says what it has come to.
    for event in params.changes.into_iter().rev() {
        let Some(path) = uri::to_path(&event.uri).filter(|path| seen.insert(path.clone())) else {
            continue;
        };
        if state.is_config(&path) {
            has_config = true;
        } else if state.documents.get(&path).is_none()
            && state.roots.iter().any(|root| path.starts_with(root))
        {
            has_changed = true;
            state.workspace_pull.forget(&path);
            if event.kind == FileChangeType::Deleted {
                state.host.remove(&path);
            } else if let Err(error) = state.host.load(&path) {
                tracing::info!(%error, "a changed file is not read");
            }
        }
    }
    if has_changed {
        state.touch_all();
    }
    if has_config {
        state.reload_config();
    }
}
