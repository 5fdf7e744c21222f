//! `textDocument/codeAction`

use std::collections::BTreeSet;
use std::path::Path;

use tower_lsp::gen_lsp_types::{
    CodeAction, CodeActionContext, CodeActionKind, CodeActionParams, CodeActionResponse,
    Diagnostic, Range,
};
use tower_lsp::jsonrpc::Error;
use tripline_rules::Finding;

use crate::actions::{Deed, Ticket, actions, fix_all, wants};
use crate::capabilities::FIX_ALL;
use crate::convert::Lines;
use crate::diagnostics::{Identity, Page};
use crate::documents::OpenDocument;
use crate::session::{Reply, State};
use crate::view::{Failure, View};

type Actions = Option<Vec<CodeActionResponse>>;

pub(crate) fn code_action(state: &mut State, params: CodeActionParams, reply: Reply<Actions>) {
    let Some(path) = state.documents.find(&params.text_document.uri) else {
        drop(reply.send(Ok(None)));
        return;
    };
    let at = path.clone();
    state.read(&path, Error::content_modified, reply, move |view| {
        offered(view, &at, params.range, &params.context)
    });
}

fn offered(
    view: &View,
    path: &Path,
    range: Range,
    context: &CodeActionContext,
) -> Result<Actions, Failure> {
    let Some(document) = view.documents.get(path) else {
        return Ok(None);
    };
    let Some(report) = view.snapshot.diagnostics(path)? else {
        return Ok(None);
    };
    let only = context.only.as_deref();
    let mut responses = Vec::new();
    if wants(only, "quickfix") {
        let bytes = Lines::new(&document.rope, view.client.encoding).bytes(range);
        let named = named(context);
        let page = Page {
            uri: &document.uri,
            version: Some(document.version),
            rope: &document.rope,
            client: &view.client,
            others: view,
        };
        let mut suppressed_checks = BTreeSet::new();
        for finding in report.shown() {
            let overlaps = finding.span.start <= bytes.end && bytes.start <= finding.span.end;
            if !overlaps && !named.contains(&finding.fingerprint.to_string()) {
                continue;
            }
            let diagnostic = page.diagnostic(finding);
            for action in actions(view, path, &report, finding)? {
                if action.deed == Deed::SuppressFile
                    && !suppressed_checks.insert(finding.check.clone())
                {
                    continue;
                }
                let mut response = CodeAction {
                    title: action.title.clone(),
                    kind: Some(CodeActionKind::QuickFix),
                    diagnostics: Some(vec![Diagnostic::clone(&diagnostic)]),
                    is_preferred: (view.client.preferred_actions && action.is_preferred)
                        .then_some(true),
                    ..CodeAction::default()
                };
                if view.client.resolves_edits {
                    response.data = Some(ticket(document, Some((finding, action.deed))));
                } else {
                    response.edit = Some(action.edit(view, path, document));
                }
                responses.push(response);
            }
        }
    }
    if wants(only, FIX_ALL) && !report.findings.is_empty() {
        let mut response = CodeAction {
            title: "Apply all safe fixes of Tripline".to_owned(),
            kind: Some(CodeActionKind::Custom(FIX_ALL.into())),
            ..CodeAction::default()
        };
        if view.client.resolves_edits {
            response.data = Some(ticket(document, None));
            responses.push(response);
        } else if only.is_some() {
            // Where the edit must come at once, it is computed only when asked for, not at each move of the cursor.
            response.edit = fix_all(view, path, document)?;
            responses.extend(response.edit.is_some().then_some(response));
        }
    }
    Ok(Some(
        responses
            .into_iter()
            .map(CodeActionResponse::CodeAction)
            .collect(),
    ))
}

/// The fingerprints in the diagnostics that the client names: it may ask with the position of the cursor alone.
fn named(context: &CodeActionContext) -> BTreeSet<String> {
    let ours = context
        .diagnostics
        .iter()
        .filter_map(|diagnostic| diagnostic.data.clone());
    ours.filter_map(|data| serde_json::from_value::<Identity>(data).ok())
        .map(|identity| identity.fingerprint)
        .collect()
}

fn ticket(document: &OpenDocument, action: Option<(&Finding, Deed)>) -> serde_json::Value {
    let ticket = Ticket {
        uri: document.uri.0.clone(),
        version: document.version,
        action: action.map(|(finding, deed)| (finding.fingerprint.to_string(), deed)),
    };
    serde_json::to_value(ticket).unwrap_or_default()
}
