//! The one thread that changes state, and how handlers reach it.
//!
//! Handlers hand closures over and return: changes of documents take effect in the order of the wire, and a request
//! reads the state at its arrival. The thread itself analyses nothing; when it has caught up with what was handed over,
//! it has the changed documents analysed by the [workers](crate::workers). An analysis that a change interrupts is
//! started again on the newer state, and what an analysis of an older version yields is never sent.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use futures::FutureExt;
use serde_json::Value;
use tokio::sync::oneshot;
use tower_lsp::gen_lsp_types::{ClientCapabilities, Diagnostic, PublishDiagnosticsParams};
use tower_lsp::jsonrpc::{Error, Result};
use tripline_workspace::{Cancellable, ConfigProblem, FileSystem, Host, SharedRules};

use crate::capabilities::{Abilities, Delivery};
use crate::diagnostics;
use crate::documents::Documents;
use crate::outbound::{Outbound, Outgoing};
use crate::view::{Failure, View};
use crate::workers::Workers;
use crate::workspace_pull::WorkspacePull;

/// The answer to a request.
pub(crate) type Reply<T> = oneshot::Sender<Result<T>>;

/// Reads an answer from a state.
type Work<T> = Box<dyn Fn(&View) -> std::result::Result<T, Failure> + Send>;

type Event = Box<dyn FnOnce(&mut State) + Send>;

/// The way to the thread that owns the state; cheap to clone.
#[derive(Clone)]
pub(crate) struct Session {
    events: Sender<Event>,
}

impl Session {
    /// Starts the thread.
    pub(crate) fn start(
        files: Arc<dyn FileSystem>,
        rules: SharedRules,
        outbound: Outbound,
    ) -> std::io::Result<Self> {
        let (events, queue) = channel();
        let session = Session { events };
        let of_state = session.clone();
        // Built on the thread: it is needed nowhere else.
        let run = move || State::new(of_state, files, rules, outbound).run(&queue);
        thread::Builder::new()
            .name("tripline-session".to_owned())
            .stack_size(tripline_workspace::STACK_BYTES)
            .spawn(run)?;
        Ok(session)
    }

    /// Has `change` done after everything that was handed over before.
    pub(crate) fn send(&self, change: impl FnOnce(&mut State) + Send + 'static) {
        // Fails once the session has stopped, when nothing counts any more.
        let _stopped = self.events.send(Box::new(change));
    }

    /// Has `request` answered; it is handed over before this returns.
    pub(crate) fn ask<T: Send + 'static>(
        &self,
        request: impl FnOnce(&mut State, Reply<T>) + Send + 'static,
    ) -> impl Future<Output = Result<T>> + Send {
        let (reply, answer) = oneshot::channel();
        self.send(move |state| request(state, reply));
        answer.map(|answer| answer.unwrap_or_else(|_| Err(Error::internal_error())))
    }
}

/// Everything that changes.
pub(crate) struct State {
    /// The way to this thread, for those who work for it.
    pub(crate) session: Session,
    /// The way to the client.
    pub(crate) outbound: Outbound,
    /// The files.
    pub(crate) files: Arc<dyn FileSystem>,
    /// What the client can do.
    pub(crate) client: Arc<Abilities>,
    /// The analysis.
    pub(crate) host: Host,
    /// The workspace roots.
    pub(crate) roots: Arc<[PathBuf]>,
    /// What is open in the editor.
    pub(crate) documents: Arc<Documents>,
    /// The pull of the whole workspace.
    pub(crate) workspace_pull: WorkspacePull,
    /// What is wrong in the configuration.
    pub(crate) problems: Arc<[ConfigProblem]>,
    /// The threads that analyse.
    pub(crate) workers: Workers,
    editor_settings: Option<Value>,
    /// The documents whose diagnostics are to be computed and published.
    dirty: BTreeSet<PathBuf>,
    /// Those of them that are being analysed.
    analysing: BTreeSet<PathBuf>,
    /// What was published last: the version and the diagnostics.
    published: BTreeMap<PathBuf, (Option<i32>, Vec<Diagnostic>)>,
    has_stopped: bool,
}

impl State {
    fn new(
        session: Session,
        files: Arc<dyn FileSystem>,
        rules: SharedRules,
        outbound: Outbound,
    ) -> Self {
        State {
            session,
            outbound,
            host: Host::new(Arc::clone(&files), rules),
            files,
            client: Arc::new(Abilities::of(&ClientCapabilities::default())),
            roots: Arc::default(),
            documents: Arc::default(),
            workspace_pull: WorkspacePull::default(),
            problems: Arc::default(),
            workers: Workers::start(),
            editor_settings: None,
            dirty: BTreeSet::new(),
            analysing: BTreeSet::new(),
            published: BTreeMap::new(),
            has_stopped: false,
        }
    }

    fn run(mut self, queue: &Receiver<Event>) {
        while let Ok(event) = queue.recv() {
            self.guarded(event);
            // What has come in meanwhile is done first: nothing is analysed that an edit in the queue makes outdated.
            while let Ok(event) = queue.try_recv() {
                self.guarded(event);
            }
            if self.has_stopped {
                return;
            }
            self.guarded(Box::new(State::settle));
        }
    }

    fn guarded(&mut self, event: Event) {
        if catch_unwind(AssertUnwindSafe(|| event(self))).is_err() {
            let message = "Tripline has failed to process a message. Its log says more.";
            self.outbound.send(Outgoing::Warn(message.to_owned()));
        }
    }

    /// Ends the thread.
    pub(crate) fn stop(&mut self) {
        self.workspace_pull.stop();
        self.has_stopped = true;
    }

    /// The present state, to read from.
    pub(crate) fn view(&self) -> View {
        View {
            snapshot: self.host.snapshot(),
            documents: Arc::clone(&self.documents),
            client: Arc::clone(&self.client),
            files: Arc::clone(&self.files),
            roots: Arc::clone(&self.roots),
            problems: Arc::clone(&self.problems),
        }
    }

    /// The folder whose settings hold for documents that are no files.
    pub(crate) fn home(&self) -> PathBuf {
        self.roots
            .first()
            .cloned()
            .unwrap_or_else(|| PathBuf::from(if cfg!(windows) { "C:\\" } else { "/" }))
    }

    /// Answers a request with what `work` reads about the document at `path`. If a change interrupts it, it starts again,
    /// unless that changed the document itself: then the answer is `outdated`.
    pub(crate) fn read<T: Send + 'static>(
        &mut self,
        path: &Path,
        outdated: fn() -> Error,
        reply: Reply<T>,
        work: impl Fn(&View) -> std::result::Result<T, Failure> + Send + 'static,
    ) {
        let version = self.documents.get(path).map(|document| document.version);
        self.read_version(path.to_owned(), version, outdated, reply, Box::new(work));
    }

    fn read_version<T: Send + 'static>(
        &mut self,
        path: PathBuf,
        version: Option<i32>,
        outdated: fn() -> Error,
        reply: Reply<T>,
        work: Work<T>,
    ) {
        if self.documents.get(&path).map(|document| document.version) != version {
            let _cancelled = reply.send(Err(outdated()));
            return;
        }
        let view = self.view();
        let session = self.session.clone();
        self.workers.run(move || {
            // The client may have cancelled the request by now.
            if reply.is_closed() {
                return;
            }
            match work(&view) {
                Err(Failure::Cancelled) => {
                    drop(view);
                    session.send(move |state| {
                        state.read_version(path, version, outdated, reply, work);
                    });
                }
                Err(Failure::Refused(error)) => drop(reply.send(Err(error))),
                Ok(answer) => {
                    drop(reply.send(Ok(answer)));
                    bring_announcements(view, &session);
                }
            }
        });
    }

    /// Has the diagnostics of a document computed and brought to the client.
    pub(crate) fn touch(&mut self, path: &Path) {
        match self.client.delivery {
            Delivery::Push => {
                self.dirty.insert(path.to_owned());
            }
            Delivery::Pull => self.workspace_pull.touch(),
        }
    }

    /// The same for all documents.
    pub(crate) fn touch_all(&mut self) {
        let documents = Arc::clone(&self.documents);
        for (path, _) in documents.iter() {
            self.touch(path);
        }
        self.workspace_pull.touch();
    }

    /// Takes the settings that the editor has for Tripline.
    pub(crate) fn take_editor_settings(&mut self, settings: Value) {
        if self.editor_settings.as_ref() == Some(&settings) {
            return;
        }
        self.editor_settings = Some(settings.clone());
        self.host.set_editor_settings(settings);
        self.after_config();
    }

    /// Makes these the workspace roots.
    pub(crate) fn set_roots(&mut self, roots: Vec<PathBuf>) {
        self.host.set_roots(&roots);
        self.roots = Arc::from(roots);
        self.after_config();
        self.find_program();
    }

    /// Has the files looked up, on a thread of its own, that names in open documents may mean. They are read when needed.
    fn find_program(&mut self) {
        if self.roots.is_empty() {
            return;
        }
        let mut loader = self.host.loader();
        let session = self.session.clone();
        let roots = Arc::clone(&self.roots);
        let work = move || {
            let found = loader.program();
            session.send(move |state| {
                if Arc::ptr_eq(&state.roots, &roots) {
                    state.host.add(found);
                    state.touch_all();
                    state.read_program();
                }
            });
        };
        in_background("tripline-walk", work);
    }

    /// Has all files analysed, on a thread of its own. After that, what one does to another is reported.
    fn read_program(&mut self) {
        let snapshot = self.host.snapshot();
        let session = self.session.clone();
        let work = move || {
            let paths: Vec<PathBuf> = snapshot.paths().map(Path::to_owned).collect();
            let is_done = paths.iter().all(|path| snapshot.analyze(path).is_ok());
            drop(snapshot);
            session.send(move |state| {
                if is_done {
                    state.host.report_across();
                    state.touch_all();
                } else {
                    // A change came in between. What was analysed before it is still known.
                    state.read_program();
                }
            });
        };
        in_background("tripline-read", work);
    }

    /// Reads the configuration again.
    pub(crate) fn reload_config(&mut self) {
        self.host.reload_config();
        self.after_config();
    }

    /// Whether a file is one that settings or rules are read from.
    pub(crate) fn is_config(&self, path: &Path) -> bool {
        let name = path.file_name().unwrap_or_default();
        let configs = self.host.configs();
        name == tripline_workspace::config::FILE_NAME
            || path.ends_with(tripline_workspace::config::AGENT_FILE)
            || configs
                .iter()
                .flat_map(tripline_workspace::Config::sources)
                .any(|source| source == path)
            || configs
                .iter()
                .flat_map(|config| config.rule_folders(&*self.files))
                .any(|folder| path.starts_with(folder))
    }

    /// Brings rules, diagnostics and the editor up to date with a changed configuration.
    fn after_config(&mut self) {
        let mut problems = self.host.config_problems();
        let mut rules = None;
        let mut are_sound = true;
        for config in self.host.configs() {
            let (loaded, found) = SharedRules::load(&*self.files, config);
            are_sound &= found.is_empty();
            problems.extend(found);
            if rules.is_none() && matches!(loaded, SharedRules::Extended(_)) {
                rules = Some(loaded);
            }
        }
        let has_own = matches!(self.host.snapshot().rules(), SharedRules::Extended(_));
        match rules {
            // The last good ones stay in force.
            _ if has_own && !are_sound => {}
            Some(rules) => self.host.set_rules(rules),
            None if has_own => self.host.set_rules(SharedRules::builtin()),
            None => {}
        }
        problems.sort_by(|a, b| (&a.path, a.span, &a.message).cmp(&(&b.path, b.span, &b.message)));
        problems.dedup();
        self.tell_problems(problems.into());
        self.touch_all();
        self.workspace_pull.restart();
        let has_pulled = !self.documents.is_empty() || self.workspace_pull.is_wanted();
        if self.client.delivery == Delivery::Pull && has_pulled {
            self.outbound.send(Outgoing::Refresh);
        }
    }

    fn tell_problems(&mut self, problems: Arc<[ConfigProblem]>) {
        let before = std::mem::replace(&mut self.problems, problems);
        for problem in self
            .problems
            .iter()
            .filter(|problem| !before.contains(problem))
        {
            // A client that pulls asks for the documents of the languages alone, and settings of the editor stand in no file.
            let has_place = !self.roots.contains(&problem.path);
            if self.client.delivery == Delivery::Pull || !has_place {
                self.outbound.send(Outgoing::Warn(problem.to_string()));
            }
        }
        if self.client.delivery == Delivery::Pull {
            return;
        }
        let paths: BTreeSet<&PathBuf> = before
            .iter()
            .chain(self.problems.iter())
            .map(|problem| &problem.path)
            .collect();
        for path in paths.into_iter().filter(|path| !self.roots.contains(path)) {
            let found = diagnostics::of_config(path, &self.problems, self.client.encoding);
            if found != diagnostics::of_config(path, &before, self.client.encoding) {
                let version = self.documents.get(path).map(|document| document.version);
                self.outbound
                    .send(Outgoing::Publish(PublishDiagnosticsParams {
                        uri: self.documents.uri(path),
                        version,
                        diagnostics: found,
                    }));
            }
        }
    }

    /// Starts what is to be done when all that was handed over is done.
    fn settle(&mut self) {
        let ready: Vec<PathBuf> = self.dirty.difference(&self.analysing).cloned().collect();
        for path in ready {
            self.dirty.remove(&path);
            let Some(document) = self
                .documents
                .get(&path)
                .filter(|document| document.language.is_some())
            else {
                continue;
            };
            let version = document.version;
            let view = self.view();
            let session = self.session.clone();
            self.analysing.insert(path.clone());
            let done = Analysed {
                session,
                path: path.clone(),
                version,
                result: None,
            };
            self.workers.run(move || {
                let mut done = done;
                done.result = Some(view.diagnostics(&path));
                let session = done.session.clone();
                drop(done);
                bring_announcements(view, &session);
            });
        }
        WorkspacePull::settle(self);
    }

    /// Takes what the analysis of a version of a document has yielded; `None` if it has failed.
    fn take_analysis(
        &mut self,
        path: PathBuf,
        version: i32,
        result: Option<Cancellable<Vec<Diagnostic>>>,
    ) {
        self.analysing.remove(&path);
        let Some(document) = self
            .documents
            .get(&path)
            .filter(|_| !self.dirty.contains(&path))
        else {
            return;
        };
        match result {
            Some(Ok(found)) if document.version == version => {
                self.publish(path, Some(version), found);
            }
            None if document.version == version => {
                tracing::error!(path = %path.display(), "the analysis has failed");
            }
            _ => {
                self.dirty.insert(path);
            }
        }
    }

    fn publish(&mut self, path: PathBuf, version: Option<i32>, found: Vec<Diagnostic>) {
        // An equal set for a newer version is not left out, unless it is empty: the editor has moved what it shows along
        // with the text, and may have lost it on the way.
        if let Some((last, shown)) = self.published.get(&path)
            && (*last == version && *shown == found || shown.is_empty() && found.is_empty())
        {
            return;
        }
        self.outbound
            .send(Outgoing::Publish(PublishDiagnosticsParams {
                uri: self.documents.uri(&path),
                version,
                diagnostics: found.clone(),
            }));
        self.published.insert(path, (version, found));
    }

    /// Takes the diagnostics of a document that is being closed away.
    pub(crate) fn clear(&mut self, path: &Path) {
        self.dirty.remove(path);
        let Some((_, shown)) = self.published.remove(path) else {
            return;
        };
        if !shown.is_empty() {
            let uri = self.documents.uri(path);
            self.outbound
                .send(Outgoing::Publish(PublishDiagnosticsParams {
                    uri,
                    version: None,
                    diagnostics: Vec::new(),
                }));
        }
    }
}

/// Lets the session know what files say to others that do not name them, if an edit has changed it.
fn bring_announcements(view: View, session: &Session) {
    // Cancelled by a later change, after which it is looked at again.
    let announcements = view.snapshot.announcements().unwrap_or_default();
    drop(view);
    if let Some(announcements) = announcements {
        session.send(move |state| {
            state.host.announce(announcements);
            state.touch_all();
        });
    }
}

fn in_background(name: &str, work: impl FnOnce() + Send + 'static) {
    let spawned = thread::Builder::new()
        .name(name.to_owned())
        .stack_size(tripline_workspace::STACK_BYTES)
        .spawn(work);
    if let Err(error) = spawned {
        tracing::error!(%error, name, "cannot start a thread");
    }
}

/// Tells the session what an analysis has yielded, even if it panics.
struct Analysed {
    session: Session,
    path: PathBuf,
    version: i32,
    result: Option<Cancellable<Vec<Diagnostic>>>,
}

impl Drop for Analysed {
    fn drop(&mut self) {
        let path = std::mem::take(&mut self.path);
        let (version, result) = (self.version, self.result.take());
        self.session
            .send(move |state| state.take_analysis(path, version, result));
    }
}
