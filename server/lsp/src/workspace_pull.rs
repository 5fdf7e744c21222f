//! `workspace/diagnostic`: the workspace scanned from the disk, once the client has asked for it.
//!
//! The client asks again as soon as it has an answer
//! ([VS Code](https://github.com/microsoft/vscode-languageserver-node/issues/1261) after two seconds), so a request that
//! takes partial results is answered when there is something to tell, and not before.

use std::collections::{BTreeMap, BTreeSet};
use std::mem;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use tower_lsp::gen_lsp_types::{
    Diagnostic, FullDocumentDiagnosticReport, PreviousResultId, ProgressToken, Uri,
    WorkspaceDiagnosticParams, WorkspaceDiagnosticReport, WorkspaceDiagnosticReportPartialResult,
    WorkspaceDocumentDiagnosticReport, WorkspaceFullDocumentDiagnosticReport,
};
use tripline_workspace::{Cancellable, Config, Program, ScanRequest, scan};

use crate::capabilities::Abilities;
use crate::diagnostics::{self, Others, Page};
use crate::outbound::Outgoing;
use crate::session::{Reply, State};
use crate::{uri, view::View};

/// Files in one partial result.
const BATCH: usize = 100;

/// The diagnostics of the files that are not open.
type Scanned = BTreeMap<PathBuf, Arc<Vec<Diagnostic>>>;

/// The state of the pull.
#[derive(Default)]
pub(crate) struct WorkspacePull {
    scan: Scan,
    /// The request that waits for something to tell.
    parked: Option<Parked>,
    /// Whether something may have changed since the parked request was looked at.
    is_touched: bool,
    /// Whether the open documents are being analysed.
    is_reading: bool,
}

#[derive(Default)]
enum Scan {
    /// Nobody has asked.
    #[default]
    NotAsked,
    /// It is to start.
    Wanted,
    /// It runs; setting the flag ends it soon.
    Running(Arc<AtomicBool>),
    /// It is done.
    Done(Arc<Scanned>),
}

struct Parked {
    previous: Vec<PreviousResultId>,
    partial: Option<ProgressToken>,
    reply: Reply<WorkspaceDiagnosticReport>,
}

impl WorkspacePull {
    /// Takes a request. One that is still waiting is answered: a client waits with one at a time.
    pub(crate) fn ask(
        &mut self,
        params: WorkspaceDiagnosticParams,
        reply: Reply<WorkspaceDiagnosticReport>,
    ) {
        self.release();
        if matches!(self.scan, Scan::NotAsked) {
            self.scan = Scan::Wanted;
        }
        self.parked = Some(Parked {
            previous: params.previous_result_ids,
            partial: params.partial_result_params.partial_result_token,
            reply,
        });
        self.is_touched = true;
    }

    /// Says that something may have changed.
    pub(crate) fn touch(&mut self) {
        self.is_touched = true;
    }

    /// Has the workspace scanned again, if it ever was.
    pub(crate) fn restart(&mut self) {
        if let Scan::Running(cancelled) = &self.scan {
            cancelled.store(true, Ordering::Relaxed);
        }
        if !matches!(self.scan, Scan::NotAsked) {
            self.scan = Scan::Wanted;
        }
    }

    /// Whether the client wants to know of files that are not open.
    pub(crate) fn is_wanted(&self) -> bool {
        !matches!(self.scan, Scan::NotAsked)
    }

    /// Forgets what was found in a file: it has changed on the disk.
    pub(crate) fn forget(&mut self, path: &Path) {
        if let Scan::Done(scanned) = &mut self.scan {
            Arc::make_mut(scanned).remove(path);
        }
        self.is_touched = true;
    }

    /// Ends the scan and answers the request that waits.
    pub(crate) fn stop(&mut self) {
        if let Scan::Running(cancelled) = &self.scan {
            cancelled.store(true, Ordering::Relaxed);
        }
        self.scan = Scan::NotAsked;
        self.release();
    }

    fn release(&mut self) {
        if let Some(parked) = self.parked.take() {
            drop(
                parked
                    .reply
                    .send(Ok(WorkspaceDiagnosticReport { items: Vec::new() })),
            );
        }
    }

    /// Starts the scan and looks at the request that waits, as far as either is due.
    pub(crate) fn settle(state: &mut State) {
        let pull = &mut state.workspace_pull;
        if pull
            .parked
            .as_ref()
            .is_some_and(|parked| parked.reply.is_closed())
        {
            pull.parked = None;
        }
        if matches!(pull.scan, Scan::Wanted) {
            start_scan(state);
        }
        let pull = &mut state.workspace_pull;
        let is_due = pull.parked.is_some() && pull.is_touched && !pull.is_reading;
        if !is_due || !matches!(pull.scan, Scan::Done(_)) {
            return;
        }
        pull.is_touched = false;
        pull.is_reading = true;
        let view = state.view();
        let done = Read {
            session: state.session.clone(),
            result: None,
        };
        state.workers.run(move || {
            let mut done = done;
            let result = read_known(&view);
            drop(view);
            done.result = Some(result);
        });
    }

    /// Takes the diagnostics of the files that the session knows; `None` if the analysis has failed.
    fn take(state: &mut State, known: Option<Cancellable<Vec<Known>>>) {
        let pull = &mut state.workspace_pull;
        pull.is_reading = false;
        let known = match known {
            Some(Ok(known)) if !pull.is_touched => known,
            Some(_) => {
                pull.is_touched = true;
                return;
            }
            None => Vec::new(),
        };
        let (Some(parked), Scan::Done(scanned)) = (pull.parked.take(), &pull.scan) else {
            return;
        };
        let news = news(&parked.previous, known, scanned);
        if news.is_empty() && parked.partial.is_some() {
            pull.parked = Some(parked);
            return;
        }
        let mut rest = news;
        if let Some(token) = parked.partial {
            while rest.len() > BATCH {
                let later = rest.split_off(BATCH);
                let items = mem::replace(&mut rest, later);
                let part = WorkspaceDiagnosticReportPartialResult { items };
                state.outbound.send(Outgoing::Partial(token.clone(), part));
            }
        }
        // The last part is in the answer itself: Zed drops what comes after it.
        let reply = parked.reply;
        let answer = move || drop(reply.send(Ok(WorkspaceDiagnosticReport { items: rest })));
        state.outbound.send(Outgoing::Then(Box::new(answer)));
    }
}

/// Tells the session what was read, even if that panics.
struct Read {
    session: crate::session::Session,
    result: Option<Cancellable<Vec<Known>>>,
}

impl Drop for Read {
    fn drop(&mut self) {
        let result = self.result.take();
        self.session
            .send(move |state| WorkspacePull::take(state, result));
    }
}

/// A file that the session knows: it is open, was, or has changed on the disk.
struct Known {
    path: PathBuf,
    uri: Uri,
    version: Option<i32>,
    diagnostics: Vec<Diagnostic>,
}

fn read_known(view: &View) -> Cancellable<Vec<Known>> {
    let problems = view.problems.iter().map(|problem| problem.path.as_path());
    let paths: BTreeSet<&Path> = view.snapshot.paths().chain(problems).collect();
    let known = paths.into_iter().map(|path| {
        Ok(Known {
            path: path.to_owned(),
            uri: view.documents.uri(path),
            version: view.documents.get(path).map(|document| document.version),
            diagnostics: view.diagnostics(path)?,
        })
    });
    known.collect()
}

/// What differs from what the client has, sorted by path.
fn news(
    previous: &[PreviousResultId],
    known: Vec<Known>,
    scanned: &Scanned,
) -> Vec<WorkspaceDocumentDiagnosticReport> {
    let mut left: BTreeMap<String, &PreviousResultId> = BTreeMap::new();
    for id in previous {
        left.insert(key(&id.uri), id);
    }
    let mut files: BTreeMap<PathBuf, (Uri, Option<i32>, Vec<Diagnostic>)> = BTreeMap::new();
    for (path, diagnostics) in scanned {
        files.insert(
            path.clone(),
            (uri::from_path(path), None, diagnostics.to_vec()),
        );
    }
    for file in known {
        files.insert(file.path, (file.uri, file.version, file.diagnostics));
    }
    let mut reports = Vec::new();
    for (uri, version, items) in files.into_values() {
        let id = diagnostics::result_id(&items);
        match left.remove(&key(&uri)) {
            Some(previous) if previous.value == id => {}
            None if items.is_empty() => {}
            Some(previous) => reports.push(full(previous.uri.clone(), version, items, id)),
            None => reports.push(full(uri, version, items, id)),
        }
    }
    // What the client has of files that are gone.
    let empty = diagnostics::result_id(&[]);
    for previous in left
        .into_values()
        .filter(|previous| previous.value != empty)
    {
        reports.push(full(previous.uri.clone(), None, Vec::new(), String::new()));
    }
    reports
}

/// What tells documents apart, in whatever way the client writes their URIs.
fn key(uri: &Uri) -> String {
    uri::to_path(uri).map_or_else(|| uri.0.clone(), |path| path.to_string_lossy().into_owned())
}

fn full(
    uri: Uri,
    version: Option<i32>,
    items: Vec<Diagnostic>,
    id: String,
) -> WorkspaceDocumentDiagnosticReport {
    let result_id = (!items.is_empty()).then_some(id);
    WorkspaceDocumentDiagnosticReport::WorkspaceFullDocumentDiagnosticReport(
        WorkspaceFullDocumentDiagnosticReport {
            uri,
            version,
            full_document_diagnostic_report: FullDocumentDiagnosticReport { result_id, items },
        },
    )
}

/// Starts to scan the roots on a thread of its own. Without roots there is nothing to walk: a file that was opened
/// alone may lie anywhere.
fn start_scan(state: &mut State) {
    let configs: Vec<Config> = state.host.configs().to_vec();
    if configs.is_empty() {
        state.workspace_pull.scan = Scan::Done(Arc::default());
        return;
    }
    let cancelled = Arc::new(AtomicBool::new(false));
    state.workspace_pull.scan = Scan::Running(Arc::clone(&cancelled));
    let files = Arc::clone(&state.files);
    let rules = state.host.snapshot().rules();
    let client = Arc::clone(&state.client);
    let session = state.session.clone();
    // One core is left to what the user waits for.
    let threads = thread::available_parallelism()
        .map_or(1, usize::from)
        .saturating_sub(1)
        .max(1);
    let ended = Arc::clone(&cancelled);
    let work = move || {
        let mut scanned = Scanned::new();
        for mut config in configs {
            let paths = vec![config.root().to_owned()];
            let request = ScanRequest {
                paths,
                around: None,
                rules: rules.clone(),
                threads,
            };
            let report = scan(&files, &request, &mut config, &|_| {}, &cancelled);
            for file in report.files {
                let Some(source) = &file.source else { continue };
                let others = ScannedFiles(report.program.as_ref());
                let shown = file.report.shown();
                let found = of_scanned(&file.path, &source.text, &shown, &client, &others);
                scanned.insert(file.path, Arc::new(found));
            }
        }
        session.send(move |state| {
            let pull = &mut state.workspace_pull;
            let is_current =
                matches!(&pull.scan, Scan::Running(running) if Arc::ptr_eq(running, &ended));
            if is_current {
                pull.scan = Scan::Done(Arc::new(scanned));
                pull.is_touched = true;
            }
        });
    };
    if let Err(error) = thread::Builder::new()
        .name("tripline-scan".to_owned())
        .spawn(work)
    {
        tracing::error!(%error, "cannot start the scan of the workspace");
        state.workspace_pull.scan = Scan::Done(Arc::default());
    }
}

/// The files of a scan.
struct ScannedFiles<'a>(Option<&'a Program>);

impl Others for ScannedFiles<'_> {
    fn text(&self, path: &Path) -> Option<Arc<str>> {
        self.0?.text(path)
    }

    fn uri(&self, path: &Path) -> Uri {
        uri::from_path(path)
    }
}

fn of_scanned(
    path: &Path,
    text: &str,
    shown: &[&tripline_rules::Finding],
    client: &Abilities,
    others: &dyn Others,
) -> Vec<Diagnostic> {
    let uri = uri::from_path(path);
    let rope = ropey::Rope::from_str(text);
    let page = Page {
        uri: &uri,
        version: None,
        rope: &rope,
        client,
        others,
    };
    shown
        .iter()
        .map(|finding| page.diagnostic(finding))
        .collect()
}
