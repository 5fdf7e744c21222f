//! `shutdown`

use crate::session::{Reply, State};

pub(crate) fn shutdown(state: &mut State, reply: Reply<()>) {
    state.workspace_pull.stop();
    drop(reply.send(Ok(())));
}
