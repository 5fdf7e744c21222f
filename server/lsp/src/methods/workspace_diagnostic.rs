//! `workspace/diagnostic`

use tower_lsp::gen_lsp_types::{WorkspaceDiagnosticParams, WorkspaceDiagnosticReport};

use crate::session::{Reply, State};

pub(crate) fn workspace_diagnostic(
    state: &mut State,
    params: WorkspaceDiagnosticParams,
    reply: Reply<WorkspaceDiagnosticReport>,
) {
    state.workspace_pull.ask(params, reply);
}
