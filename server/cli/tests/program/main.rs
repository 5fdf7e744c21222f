//! The program as its users start it.

mod commands;
mod fixes;
mod formats;
mod hostile;
mod scan;
mod started;
mod tutorial;
