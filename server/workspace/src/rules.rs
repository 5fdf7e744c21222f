//! The rules in force, shared by all threads.

use std::ops::Deref;
use std::sync::Arc;

use crate::engine::Rules;

/// The rules in force: the built-in ones, or those with a user's own.
#[derive(Clone, Debug)]
pub enum SharedRules {
    /// The built-in ones.
    Builtin(&'static Rules),
    /// The built-in ones and a user's own.
    Extended(Arc<Rules>),
}

impl SharedRules {
    /// The built-in rules.
    pub fn builtin() -> Self {
        SharedRules::Builtin(Rules::builtin())
    }

    /// The ids of the checks, with the one of this crate.
    pub(crate) fn check_ids(&self) -> Vec<&str> {
        let mut ids = crate::engine::check_ids(self);
        ids.push(crate::suppress::UNUSED_SUPPRESSION);
        ids
    }
}

impl Deref for SharedRules {
    type Target = Rules;

    fn deref(&self) -> &Rules {
        match self {
            SharedRules::Builtin(rules) => rules,
            SharedRules::Extended(rules) => rules,
        }
    }
}
