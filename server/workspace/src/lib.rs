//! The incremental database, files, configuration and suppressions.
//!
//! Invariants:
//! - Nothing here analyses code: what is found comes from `tripline_rules`, and is filtered here.
//! - The disk is read through one trait, [`FileSystem`], so that everything runs on a tree in memory as well.
//! - [`Host`] is the only writer of the database; a [`Snapshot`] reads, and is cancelled by the next write.
//! - Every result is a pure function of files, rules and settings, in the same order on any number of threads.

mod analysis;
pub mod config;
mod db;
pub mod files;
mod host;
mod interfaces;
mod links;
mod loader;
mod modules;
mod plain_text;
mod program;
mod report;
mod rules;
mod scan;
mod schedule;
mod scratch;
pub mod suppress;
#[cfg(test)]
mod tests;

pub use analysis::{Analysis, analyze, analyze_text};
pub use config::{Config, ConfigProblem, Settings};
pub use files::{
    Disk, FileKind, FileSystem, Memory, Metadata, SkipReason, SourceText, UnreadablePath,
};
pub use host::{Announcements, Cancellable, Cancelled, Host, NotOpen, Snapshot};
pub use loader::{LoadedFile, Loader};
pub use program::Program;
pub use report::FileReport;
pub use rules::SharedRules;
pub use scan::{Progress, STACK_BYTES, ScanReport, ScanRequest, ScannedFile, scan};
pub use suppress::{Suppressed, UNUSED_SUPPRESSION, UnusedSuppression};
