//! `textDocument/didSave`

use std::sync::Arc;

use ropey::Rope;
use tower_lsp::gen_lsp_types::DidSaveTextDocumentParams;

use crate::session::State;
use crate::uri;

pub(crate) fn did_save(state: &mut State, params: DidSaveTextDocumentParams) {
    if let Some(path) = state.documents.find(&params.text_document.uri) {
        if let Some(text) = params.text {
            resynchronize(state, &path, &text);
        }
        if state.host.settings_for(&path).on_save {
            state.touch(&path);
        }
    }
    // Not every client watches files.
    let path = uri::to_path(&params.text_document.uri);
    if path.is_some_and(|path| state.is_config(&path)) {
        state.reload_config();
    }
}

/// Takes the saved text if it differs from what the changes have led to: one side has counted differently.
fn resynchronize(state: &mut State, path: &std::path::Path, text: &str) {
    let Some(document) = Arc::make_mut(&mut state.documents).get_mut(path) else {
        return;
    };
    if document.rope == *text {
        return;
    }
    tracing::warn!("the saved text differs from the changes that were sent");
    document.rope = Rope::from_str(text);
    if document.language.is_some()
        && let Err(error) = state.host.set_text(path, document.version, text)
    {
        tracing::error!(%error, "a document that is open is not");
    }
}
