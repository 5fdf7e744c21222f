pub mod handlers;
mod queries;
