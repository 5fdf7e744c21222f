pub use crate::hosts::*;
pub use anyhow::{Context, Result};
