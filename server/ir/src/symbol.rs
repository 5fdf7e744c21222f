//! Interned names.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::LazyLock;

use dashmap::DashSet;
use rustc_hash::FxBuildHasher;

/// An interned name: an identifier, or a resolved qualified name such as `sqlite3.Cursor.execute`.
///
/// Comparing and hashing look at the address alone. Names live as long as the process: a session's distinct
/// identifiers are few, and their text is shared by every file that uses them. Ordering is by text, so that sorted
/// output never depends on addresses; hash maps over symbols must not be iterated for output.
#[derive(Clone, Copy)]
pub struct Symbol(&'static str);

static NAMES: LazyLock<DashSet<&'static str, FxBuildHasher>> = LazyLock::new(DashSet::default);

impl Symbol {
    /// The symbol for `name`.
    pub fn new(name: &str) -> Symbol {
        if let Some(known) = NAMES.get(name) {
            return Symbol(*known);
        }
        let leaked: &'static str = Box::leak(Box::from(name));
        NAMES.insert(leaked);
        // Another thread may have been first: every thread takes what the table holds.
        Symbol(NAMES.get(name).map_or(leaked, |known| *known))
    }

    /// Its text.
    pub fn as_str(self) -> &'static str {
        self.0
    }

    /// The symbol `self.name`.
    #[must_use]
    pub fn member(self, name: &str) -> Symbol {
        let mut joined = String::with_capacity(self.0.len() + 1 + name.len());
        joined.push_str(self.0);
        joined.push('.');
        joined.push_str(name);
        Symbol::new(&joined)
    }
}

impl PartialEq for Symbol {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Eq for Symbol {}

impl Hash for Symbol {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_usize(self.0.as_ptr() as usize);
    }
}

impl PartialOrd for Symbol {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Symbol {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(other.0)
    }
}

impl Deref for Symbol {
    type Target = str;

    fn deref(&self) -> &str {
        self.0
    }
}

impl fmt::Debug for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.0, f)
    }
}

impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl From<&str> for Symbol {
    fn from(name: &str) -> Self {
        Symbol::new(name)
    }
}
