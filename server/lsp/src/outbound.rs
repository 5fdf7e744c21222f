//! What the server sends on its own account.
//!
//! One task sends everything, in the order in which it was asked for. Requests to the client are awaited beside it, with
//! a limit of time: a client that never answers delays nothing, and no handler ever waits for it
//! ([a wedge of hours](https://github.com/bitwisecook/tcl-lsp/issues/1334)).

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tower_lsp::Client;
use tower_lsp::gen_lsp_types::{
    ConfigurationItem, MessageType, ProgressToken, PublishDiagnosticsParams, Registration,
    WorkspaceDiagnosticReportPartialResult, WorkspaceDiagnosticRequest,
};

use crate::capabilities::{IDENTIFIER, editor_settings};
use crate::session::Session;

/// How long an answer of the client is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// Something to send.
pub(crate) enum Outgoing {
    /// The diagnostics of a document.
    Publish(PublishDiagnosticsParams),
    /// A message that the user should see.
    Warn(String),
    /// Asks the client to pull all diagnostics again.
    Refresh,
    /// Asks the client to register abilities of this server.
    Register(Vec<Registration>),
    /// Asks the client for the editor's settings; the answer goes to the session.
    AskSettings,
    /// A part of the answer to `workspace/diagnostic`.
    Partial(ProgressToken, WorkspaceDiagnosticReportPartialResult),
    /// Runs once everything before it was sent.
    Then(Box<dyn FnOnce() + Send>),
}

/// The way to the client; cheap to clone.
#[derive(Clone)]
pub(crate) struct Outbound {
    queue: UnboundedSender<Outgoing>,
}

impl Outbound {
    /// The way to a client, and what [`Outbound::run`] needs.
    pub(crate) fn new() -> (Self, UnboundedReceiver<Outgoing>) {
        let (queue, receiver) = unbounded_channel();
        (Outbound { queue }, receiver)
    }

    /// Sends, in order, without waiting.
    pub(crate) fn send(&self, outgoing: Outgoing) {
        // Fails once the session has ended, when nothing is to be sent any more.
        let _ended = self.queue.send(outgoing);
    }

    /// Sends what is asked for, until the client is gone. Begins when the client has spoken after `initialize`: the
    /// framework drops what is sent before.
    pub(crate) async fn run(
        mut queue: UnboundedReceiver<Outgoing>,
        client: Client,
        session: Session,
        has_spoken: Arc<Notify>,
    ) {
        has_spoken.notified().await;
        while let Some(outgoing) = queue.recv().await {
            match outgoing {
                Outgoing::Publish(params) => {
                    client
                        .publish_diagnostics(params.uri, params.diagnostics, params.version)
                        .await;
                }
                Outgoing::Warn(message) => client.show_message(MessageType::Warning, message).await,
                Outgoing::Partial(token, part) => {
                    client
                        .send_partial_result::<WorkspaceDiagnosticRequest>(token, part)
                        .await;
                }
                Outgoing::Then(run) => run(),
                Outgoing::Refresh => {
                    let client = client.clone();
                    ask("refresh", async move {
                        client.workspace_diagnostic_refresh().await
                    });
                }
                Outgoing::Register(registrations) => {
                    let client = client.clone();
                    ask("registration", async move {
                        client.register_capability(registrations).await
                    });
                }
                Outgoing::AskSettings => {
                    let client = client.clone();
                    let session = session.clone();
                    ask("settings", async move {
                        let section = Some(IDENTIFIER.to_owned());
                        let items = vec![ConfigurationItem {
                            scope_uri: None,
                            section,
                        }];
                        let answer = client.configuration(items).await?;
                        if let Some(settings) = answer.first().and_then(editor_settings) {
                            session.send(move |state| state.take_editor_settings(settings));
                        }
                        Ok(())
                    });
                }
            }
        }
    }
}

/// Asks the client something beside everything else.
fn ask(
    what: &'static str,
    request: impl Future<Output = tower_lsp::jsonrpc::Result<()>> + Send + 'static,
) {
    tokio::spawn(async move {
        match tokio::time::timeout(PATIENCE, request).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::info!(%error, what, "the client refuses"),
            Err(_) => tracing::info!(what, "the client does not answer"),
        }
    });
}
