mod error;
pub mod export;
mod validation;
