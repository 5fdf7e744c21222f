//! Sessions of the language server with a client in the same process, over the real framing.

#![expect(
    clippy::needless_pass_by_value,
    reason = "messages are written where they are sent"
)]

mod actions;
mod configuration;
mod editing;
mod hostile;
mod lifecycle;
mod pull;
mod push;
mod server;
mod text;
