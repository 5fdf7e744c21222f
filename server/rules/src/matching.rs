//! From events of the interpreter to findings of a body.
//!
//! [`Index`] holds the rules of a family of languages under the names that their events carry, so that an event which no
//! rule speaks of costs a hash lookup. [`BodyObserver`] evaluates the rules of an event in the order of their checks'
//! pages; of one check, the first rule that matches an expression reports it.

mod around;
mod branch;
mod decision;
mod destination;
mod events;
mod flow;
mod handler;
mod index;
mod predicate;
mod sql;
mod usage;

pub(crate) use events::{BodyObserver, Surroundings};
pub(crate) use index::{Index, NamedSecretRule, QueryRule, languages, named_secrets};
