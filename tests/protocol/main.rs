//! Sessions of the language server with a client in the same process, over the real framing.

mod actions;
mod configuration;
mod editing;
mod hostile;
mod lifecycle;
mod pull;
mod push;
mod server;
mod text;
