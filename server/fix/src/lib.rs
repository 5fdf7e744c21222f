//! From a finding to edits that are proven to remove it.
//!
//! [`propose`] turns the [`tripline_rules::FixRequest`]s of a finding into candidate edits; [`prove`] applies a candidate to a
//! scratch copy, parses and analyses that copy again, and accepts it only if the finding is gone, nothing new has
//! come and nothing parses worse; [`fixes`] does both; [`fix_all`] repeats it over a file until nothing is left to do.
//!
//! Invariants:
//! - Nothing here edits a file: the caller applies the edits that it is given.
//! - Nothing here knows a library, a driver or a check: all of that comes in the request. What is known is the syntax and
//!   the conventions of the languages, their environment lookup and their constant-time comparison.
//! - A call is never printed anew: edits are the smallest ranges that do it, so that other arguments, comments,
//!   quoting and layout survive.
//! - Where the request and the text leave a doubt, there is no candidate.

mod arguments;
mod diff;
mod edits;
mod fix;
mod fix_all;
mod imports;
mod kinds;
mod lines;
mod naming;
mod place;
mod propose;
mod prove;
mod shell;
mod source;
mod sql;
mod walk;

pub use diff::unified_diff;
pub use fix::{Companion, Fix};
pub use fix_all::{Applied, FixAll, Scope, fix_all};
pub use propose::propose;
pub use prove::{Refusal, fixes, prove};
pub use source::{Analyze, Source};
