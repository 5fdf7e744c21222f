//! `textDocument/diagnostic`

use serde_json::json;
use tower_lsp::gen_lsp_types::{
    DocumentDiagnosticParams, DocumentDiagnosticReport, FullDocumentDiagnosticReport,
    RelatedFullDocumentDiagnosticReport, RelatedUnchangedDocumentDiagnosticReport,
    UnchangedDocumentDiagnosticReport,
};
use tower_lsp::jsonrpc::{Error, ErrorCode};

use crate::diagnostics::result_id;
use crate::documents::Documents;
use crate::session::{Reply, State};

/// The protocol's code for a request that the server has given up.
const SERVER_CANCELLED: i64 = -32802;

pub(crate) fn document_diagnostic(
    state: &mut State,
    params: DocumentDiagnosticParams,
    reply: Reply<DocumentDiagnosticReport>,
) {
    let uri = params.text_document.uri;
    let path = state
        .documents
        .find(&uri)
        .unwrap_or_else(|| Documents::path(&uri, &state.home()));
    let previous = params.previous_result_id;
    let at = path.clone();
    state.read(&path, superseded, reply, move |view| {
        let items = view.diagnostics(&at)?;
        let id = result_id(&items);
        if previous.as_ref() == Some(&id) {
            let unchanged = RelatedUnchangedDocumentDiagnosticReport {
                related_documents: None,
                unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport {
                    result_id: id,
                },
            };
            return Ok(
                DocumentDiagnosticReport::RelatedUnchangedDocumentDiagnosticReport(unchanged),
            );
        }
        let full = RelatedFullDocumentDiagnosticReport {
            related_documents: None,
            full_document_diagnostic_report: FullDocumentDiagnosticReport {
                result_id: Some(id),
                items,
            },
        };
        Ok(DocumentDiagnosticReport::RelatedFullDocumentDiagnosticReport(full))
    });
}

/// The document has changed: the client is to ask again.
fn superseded() -> Error {
    Error {
        code: ErrorCode::ServerError(SERVER_CANCELLED),
        message: "the document has changed".into(),
        data: Some(json!({ "retriggerRequest": true })),
    }
}
