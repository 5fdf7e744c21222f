//! The incremental database, files, configuration and suppressions.
//!
//! Invariants:
//! - Nothing here analyses code: what is found comes from `tripline_rules`, and is filtered here.
//! - The disk is read through one trait, [`FileSystem`], so that everything runs on a tree in memory as well.
//! - [`Host`] is the only writer of the database; a [`Snapshot`] reads, and is cancelled by the next write.
//! - Every result is a pure function of files, rules and settings, in the same order on any number of threads.

pub mod config;
pub mod files;

pub use config::{Config, ConfigProblem, Settings};
pub use files::{Disk, FileSystem, Memory, Metadata, SkipReason, SourceText, UnreadablePath};
