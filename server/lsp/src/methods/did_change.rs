//! `textDocument/didChange`

use std::sync::Arc;

use tower_lsp::gen_lsp_types::DidChangeTextDocumentParams;

use crate::documents::Change;
use crate::session::State;

pub(crate) fn did_change(state: &mut State, params: DidChangeTextDocumentParams) {
    let id = params.text_document;
    let Some(path) = state.documents.find(&id.text_document_identifier.uri) else {
        tracing::warn!("a change of a document that is not open");
        return;
    };
    let encoding = state.client.encoding;
    let Some(document) = Arc::make_mut(&mut state.documents).get_mut(&path) else {
        return;
    };
    // Versions may jump (https://github.com/atusy/kakehashi/issues/342), but they do not go back.
    if id.version <= document.version {
        tracing::warn!(version = id.version, "a change of an older version");
        return;
    }
    document.version = id.version;
    let change = document.apply(params.content_changes, encoding);
    if document.language.is_none() {
        return;
    }
    let changed = match change {
        Change::Edits(edits) => state.host.edit(&path, id.version, &edits),
        Change::Text(text) => state.host.set_text(&path, id.version, &text),
    };
    if let Err(error) = changed {
        tracing::error!(%error, "a document that is open is not");
    }
    if state.host.settings_for(&path).on_change {
        state.touch(&path);
    }
}
