//! `workspace/didChangeWorkspaceFolders`

use tower_lsp::gen_lsp_types::DidChangeWorkspaceFoldersParams;

use super::initialize::paths;
use crate::session::State;

pub(crate) fn did_change_workspace_folders(
    state: &mut State,
    params: &DidChangeWorkspaceFoldersParams,
) {
    let removed = paths(&params.event.removed);
    let mut roots: Vec<_> = state
        .roots
        .iter()
        .filter(|root| !removed.contains(root))
        .cloned()
        .collect();
    for added in paths(&params.event.added) {
        if !roots.contains(&added) {
            roots.push(added);
        }
    }
    state.set_roots(roots);
}
