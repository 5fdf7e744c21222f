//! `textDocument/didOpen`

use std::sync::Arc;

use ropey::Rope;
use tower_lsp::gen_lsp_types::DidOpenTextDocumentParams;
use tripline_syntax::Language;

use crate::documents::{Documents, OpenDocument};
use crate::session::State;

pub(crate) fn did_open(state: &mut State, params: DidOpenTextDocumentParams) {
    let item = params.text_document;
    let path = Documents::path(&item.uri, &state.home());
    // What the editor says counts more than the name: an unsaved document has none, and people open files as what they
    // are.
    let id = serde_json::to_value(&item.language_id).unwrap_or_default();
    let by_id = id.as_str().and_then(Language::from_language_id);
    let by_name = Language::from_path(&path);
    // Editors have no identifier of their own for some of the grammars: a `.tsx` file may come as `typescript`.
    let language = match (by_id, by_name) {
        (Some(Language::TypeScript), Some(Language::Tsx)) => by_name,
        _ => by_id.or(by_name),
    };
    if let Some(language) = language {
        state.host.open(&path, language, item.version, &item.text);
    }
    let rope = Rope::from_str(&item.text);
    let document = OpenDocument {
        uri: item.uri,
        version: item.version,
        language,
        rope,
    };
    Arc::make_mut(&mut state.documents).open(path.clone(), document);
    state.touch(&path);
}
