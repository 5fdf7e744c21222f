//! The routing table: which method is handled where.
//!
//! A notification's handler hands its change over and returns without awaiting; its signature says so. A request's
//! handler hands its request over in the first poll, and awaits the answer. No handler awaits the client.

use std::future::{Ready, ready};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::sync::Notify;
use tower_lsp::LanguageServer;
use tower_lsp::gen_lsp_types::{
    CodeAction, CodeActionParams, CodeActionResponse, DidChangeConfigurationParams,
    DidChangeTextDocumentParams, DidChangeWatchedFilesParams, DidChangeWorkspaceFoldersParams,
    DidCloseTextDocumentParams, DidOpenTextDocumentParams, DidSaveTextDocumentParams,
    DocumentDiagnosticParams, DocumentDiagnosticReport, Hover, HoverParams, InitializeParams,
    InitializeResult, InitializedParams, WorkspaceDiagnosticParams, WorkspaceDiagnosticReport,
};
use tower_lsp::jsonrpc::Result;

use crate::methods;
use crate::session::{Session, State};

/// The handlers.
pub(crate) struct Server {
    session: Session,
    has_spoken: Arc<Notify>,
    has_shut_down: Arc<AtomicBool>,
}

impl Server {
    /// Handlers that hand everything to `session`, and say in `has_spoken` when the client has begun to speak and in
    /// `has_shut_down` when it has asked to shut down.
    pub(crate) fn new(
        session: Session,
        has_spoken: Arc<Notify>,
        has_shut_down: Arc<AtomicBool>,
    ) -> Self {
        Server {
            session,
            has_spoken,
            has_shut_down,
        }
    }

    fn change(&self, change: impl FnOnce(&mut State) + Send + 'static) -> Ready<()> {
        // The framework lets no notification through before it has answered `initialize`.
        self.has_spoken.notify_one();
        self.session.send(change);
        ready(())
    }
}

impl LanguageServer for Server {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        self.session
            .ask(|state, reply| methods::initialize::initialize(state, params, reply))
            .await
    }

    fn initialized(&self, _: InitializedParams) -> impl Future<Output = ()> + Send {
        self.change(methods::initialized::initialized)
    }

    async fn shutdown(&self) -> Result<()> {
        self.has_shut_down.store(true, Ordering::Relaxed);
        self.session.ask(methods::shutdown::shutdown).await
    }

    // Documents.

    fn did_open(&self, params: DidOpenTextDocumentParams) -> impl Future<Output = ()> + Send {
        self.change(|state| methods::did_open::did_open(state, params))
    }

    fn did_change(&self, params: DidChangeTextDocumentParams) -> impl Future<Output = ()> + Send {
        self.change(|state| methods::did_change::did_change(state, params))
    }

    fn did_save(&self, params: DidSaveTextDocumentParams) -> impl Future<Output = ()> + Send {
        self.change(|state| methods::did_save::did_save(state, params))
    }

    fn did_close(&self, params: DidCloseTextDocumentParams) -> impl Future<Output = ()> + Send {
        self.change(move |state| methods::did_close::did_close(state, &params))
    }

    // Settings and folders.

    fn did_change_configuration(
        &self,
        params: DidChangeConfigurationParams,
    ) -> impl Future<Output = ()> + Send {
        self.change(move |state| {
            methods::did_change_configuration::did_change_configuration(state, &params);
        })
    }

    fn did_change_watched_files(
        &self,
        params: DidChangeWatchedFilesParams,
    ) -> impl Future<Output = ()> + Send {
        self.change(|state| {
            methods::did_change_watched_files::did_change_watched_files(state, params);
        })
    }

    fn did_change_workspace_folders(
        &self,
        params: DidChangeWorkspaceFoldersParams,
    ) -> impl Future<Output = ()> + Send {
        self.change(move |state| {
            methods::did_change_workspace_folders::did_change_workspace_folders(state, &params);
        })
    }

    // Findings.

    async fn diagnostic(
        &self,
        params: DocumentDiagnosticParams,
    ) -> Result<DocumentDiagnosticReport> {
        self.session
            .ask(|state, reply| {
                methods::document_diagnostic::document_diagnostic(state, params, reply);
            })
            .await
    }

    async fn workspace_diagnostic(
        &self,
        params: WorkspaceDiagnosticParams,
    ) -> Result<WorkspaceDiagnosticReport> {
        self.session
            .ask(|state, reply| {
                methods::workspace_diagnostic::workspace_diagnostic(state, params, reply);
            })
            .await
    }

    async fn code_action(
        &self,
        params: CodeActionParams,
    ) -> Result<Option<Vec<CodeActionResponse>>> {
        self.session
            .ask(|state, reply| methods::code_action::code_action(state, params, reply))
            .await
    }

    async fn code_action_resolve(&self, action: CodeAction) -> Result<CodeAction> {
        self.session
            .ask(|state, reply| {
                methods::code_action_resolve::code_action_resolve(state, action, reply);
            })
            .await
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        self.session
            .ask(move |state, reply| methods::hover::hover(state, &params, reply))
            .await
    }
}
