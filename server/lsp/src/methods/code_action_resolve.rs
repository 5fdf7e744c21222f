//! `codeAction/resolve`

use std::path::Path;

use tower_lsp::gen_lsp_types::{CodeAction, Uri, WorkspaceEdit};
use tower_lsp::jsonrpc::Error;

use crate::actions::{Ticket, actions, fix_all};
use crate::session::{Reply, State};
use crate::view::{Failure, View};

pub(crate) fn code_action_resolve(state: &mut State, action: CodeAction, reply: Reply<CodeAction>) {
    let ticket = action
        .data
        .clone()
        .and_then(|data| serde_json::from_value::<Ticket>(data).ok());
    let Some(ticket) = ticket else {
        drop(reply.send(Err(Error::invalid_params(
            "the action is none of this server",
        ))));
        return;
    };
    // What was offered for another text is refused: its ranges would hit what they were not meant for.
    let path = state.documents.find(&Uri(ticket.uri.clone()));
    let version = |path: &Path| state.documents.get(path).map(|document| document.version);
    let Some(path) = path.filter(|path| version(path) == Some(ticket.version)) else {
        drop(reply.send(Err(Error::content_modified())));
        return;
    };
    let at = path.clone();
    state.read(&path, Error::content_modified, reply, move |view| {
        let edit = resolved(view, &at, &ticket)?;
        Ok(CodeAction {
            edit: Some(edit),
            ..action.clone()
        })
    });
}

fn resolved(view: &View, path: &Path, ticket: &Ticket) -> Result<WorkspaceEdit, Failure> {
    let gone = || Failure::Refused(Error::content_modified());
    let document = view.documents.get(path).ok_or_else(gone)?;
    let Some((fingerprint, deed)) = &ticket.action else {
        return Ok(fix_all(view, path, document)?.unwrap_or_default());
    };
    let report = view.snapshot.diagnostics(path)?.ok_or_else(gone)?;
    let shown = report.shown();
    let finding = shown
        .into_iter()
        .find(|finding| finding.fingerprint.to_string() == *fingerprint)
        .ok_or_else(gone)?;
    let actions = actions(view, path, &report, finding)?;
    let action = actions
        .into_iter()
        .find(|action| action.deed == *deed)
        .ok_or_else(gone)?;
    Ok(action.edit(view, path, document))
}
