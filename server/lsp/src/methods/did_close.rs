//! `textDocument/didClose`

use std::sync::Arc;

use tower_lsp::gen_lsp_types::DidCloseTextDocumentParams;

use crate::session::State;
use crate::uri;

pub(crate) fn did_close(state: &mut State, params: &DidCloseTextDocumentParams) {
    let Some(path) = state.documents.find(&params.text_document.uri) else {
        return;
    };
    state.clear(&path);
    Arc::make_mut(&mut state.documents).close(&path);
    let is_file = uri::to_path(&params.text_document.uri).is_some();
    if is_file && state.workspace_pull.is_wanted() {
        state.host.close(&path);
    } else {
        state.host.remove(&path);
    }
    state.workspace_pull.touch();
}
