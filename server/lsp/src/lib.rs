//! The language server: findings as diagnostics, fixes as code actions, explanations as hovers.
//!
//! Invariants:
//! - Nothing here analyses code: what is shown comes from `tripline_workspace`, and the command line can show it too.
//! - Types of the protocol stay here; outside, a position is a byte offset.
//! - What a message changes takes effect in the order of the wire: the handler of a notification hands the change over
//!   and returns. No handler awaits the client.
//! - Standard output belongs to the protocol. Logs go through `tracing`, and hold no text of a document.

mod actions;
mod capabilities;
mod convert;
mod diagnostics;
mod documents;
mod methods;
mod outbound;
mod server;
mod session;
mod transport;
mod uri;
mod view;
mod workers;
mod workspace_edit;
mod workspace_pull;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::Notify;
use tower_lsp::LspService;
use tripline_workspace::{Disk, FileSystem, SharedRules};

use crate::outbound::Outbound;
use crate::server::Server;
use crate::session::{Session, State};

/// The exit code after `shutdown` and `exit`.
pub const EXIT_CLEAN: u8 = 0;

/// The exit code when the client leaves without `shutdown`, or the server cannot start.
pub const EXIT_ABRUPT: u8 = 1;

/// The default filter of logs: the framework logs whole messages at its lower levels, and documents hold secrets.
pub const LOG_FILTER: &str = "warn,tripline=info,tower_lsp_server=warn";

/// What the server works with.
#[derive(Clone)]
pub struct Options {
    /// Where files are read from.
    pub files: Arc<dyn FileSystem>,
    /// The rules that hold beside those of the workspace.
    pub rules: SharedRules,
}

impl Default for Options {
    /// The disk and the built-in rules.
    fn default() -> Self {
        Options {
            files: Arc::new(Disk),
            rules: SharedRules::builtin(),
        }
    }
}

/// Serves one client over these streams until it sends `exit` or closes its stream, and returns the exit code that the
/// protocol asks for: [`EXIT_CLEAN`] after a `shutdown`, else [`EXIT_ABRUPT`].
pub async fn serve(
    input: impl AsyncRead + Unpin,
    output: impl AsyncWrite + Unpin,
    options: Options,
) -> u8 {
    let (outbound, queue) = Outbound::new();
    let session = match Session::start(options.files, options.rules, outbound) {
        Ok(session) => session,
        Err(error) => {
            tracing::error!(%error, "cannot start the thread of the session");
            return EXIT_ABRUPT;
        }
    };
    let has_spoken = Arc::new(Notify::new());
    let has_shut_down = Arc::new(AtomicBool::new(false));
    let (of_server, of_outbound, shut_down) =
        (session.clone(), session.clone(), Arc::clone(&has_shut_down));
    let mut queue = Some(queue);
    let (service, socket) = LspService::new(|client| {
        if let Some(queue) = queue.take() {
            tokio::spawn(Outbound::run(
                queue,
                client,
                of_outbound,
                Arc::clone(&has_spoken),
            ));
        }
        Server::new(of_server, has_spoken, shut_down)
    });
    transport::serve(input, output, service, socket).await;
    session.send(State::stop);
    if has_shut_down.load(Ordering::Relaxed) {
        EXIT_CLEAN
    } else {
        EXIT_ABRUPT
    }
}

/// Serves one client over standard input and output, and returns the exit code of the process. Blocks.
///
/// The caller sets up logging, to standard error: see [`LOG_FILTER`].
pub fn run_stdio() -> u8 {
    let runtime = match tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => {
            tracing::error!(%error, "cannot start the runtime");
            return EXIT_ABRUPT;
        }
    };
    let code = runtime.block_on(serve(
        tokio::io::stdin(),
        tokio::io::stdout(),
        Options::default(),
    ));
    // A thread that reads standard input cannot be interrupted, and must not keep the process alive.
    runtime.shutdown_background();
    code
}
