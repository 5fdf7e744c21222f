//! `workspace/didChangeConfiguration`

use tower_lsp::gen_lsp_types::DidChangeConfigurationParams;

use crate::capabilities::editor_settings;
use crate::outbound::Outgoing;
use crate::session::State;

pub(crate) fn did_change_configuration(state: &mut State, params: &DidChangeConfigurationParams) {
    // A client that can be asked sends nothing of use here.
    if state.client.configuration {
        state.outbound.send(Outgoing::AskSettings);
    } else if let Some(settings) = editor_settings(&params.settings) {
        state.take_editor_settings(settings);
    }
}
