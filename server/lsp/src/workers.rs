//! The threads that analyse.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use tripline_workspace::STACK_BYTES;

type Job = Box<dyn FnOnce() + Send>;

/// A fixed set of threads that take jobs in the order in which they are given.
///
/// Dropping it lets running jobs end and drops the others.
pub(crate) struct Workers {
    queue: Arc<Queue>,
}

#[derive(Default)]
struct Queue {
    state: Mutex<QueueState>,
    changed: Condvar,
}

#[derive(Default)]
struct QueueState {
    jobs: VecDeque<Job>,
    is_closed: bool,
}

impl Queue {
    fn lock(&self) -> MutexGuard<'_, QueueState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn next(&self) -> Option<Job> {
        let mut state = self.lock();
        loop {
            if state.is_closed {
                return None;
            }
            if let Some(job) = state.jobs.pop_front() {
                return Some(job);
            }
            state = self
                .changed
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }
}

impl Workers {
    /// One thread for each core but one, at least two and at most four.
    pub(crate) fn start() -> Self {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let queue = Arc::new(Queue::default());
        for index in 0..cores.saturating_sub(1).clamp(2, 4) {
            let queue = Arc::clone(&queue);
            let work = move || {
                while let Some(job) = queue.next() {
                    // The panic hook has logged it; whoever waits for the job sees that its answer is dropped.
                    let _panic = catch_unwind(AssertUnwindSafe(job));
                }
            };
            let name = format!("tripline-worker-{index}");
            if let Err(error) = thread::Builder::new()
                .name(name)
                .stack_size(STACK_BYTES)
                .spawn(work)
            {
                tracing::error!(%error, "cannot start a thread");
            }
        }
        Workers { queue }
    }

    /// Runs `job` on one of the threads.
    pub(crate) fn run(&self, job: impl FnOnce() + Send + 'static) {
        self.queue.lock().jobs.push_back(Box::new(job));
        self.queue.changed.notify_one();
    }
}

impl Drop for Workers {
    fn drop(&mut self) {
        let mut state = self.queue.lock();
        state.is_closed = true;
        state.jobs.clear();
        drop(state);
        self.queue.changed.notify_all();
    }
}
