//! Interned names.

use std::borrow::Borrow;
use std::cell::Cell;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::LazyLock;

use dashmap::DashSet;
use rustc_hash::{FxBuildHasher, FxHasher};

/// An interned name: an identifier, or a resolved qualified name such as `sqlite3.Cursor.execute`.
///
/// Comparing and hashing look at the address alone. Names live as long as the process: a session's distinct
/// identifiers are few, and their text is shared by every file that uses them. Ordering is by text, so that sorted
/// output never depends on addresses; hash maps over symbols must not be iterated for output.
///
/// A symbol is as large as one pointer: values and expressions hold many.
#[derive(Clone, Copy)]
pub struct Symbol(&'static &'static str);

static NAMES: LazyLock<DashSet<Interned, FxBuildHasher>> = LazyLock::new(DashSet::default);

/// Most symbols of each kind that a thread remembers, so that it seldom asks the table that all share.
const MOST_RECENT: usize = 1 << 11;

thread_local! {
    static RECENT: [Cell<Option<Symbol>>; MOST_RECENT] = const { [const { Cell::new(None) }; MOST_RECENT] };
    /// With what they are members of.
    static RECENT_MEMBERS: [Cell<Option<(Symbol, Symbol)>>; MOST_RECENT] =
        const { [const { Cell::new(None) }; MOST_RECENT] };
}

/// Where a name is remembered.
fn slot_of(name: &str, base: usize) -> usize {
    let mut hasher = FxHasher::default();
    hasher.write_usize(base);
    hasher.write(name.as_bytes());
    hasher.finish() as usize % MOST_RECENT
}

/// A symbol that is found by its text.
#[derive(PartialEq, Eq, Hash)]
struct Interned(&'static &'static str);

impl Borrow<str> for Interned {
    fn borrow(&self) -> &str {
        self.0
    }
}

impl Symbol {
    /// The symbol for `name`.
    pub fn new(name: &str) -> Symbol {
        let slot = slot_of(name, 0);
        let recent = RECENT.with(|recent| recent[slot].get());
        if let Some(known) = recent.filter(|known| known.as_str() == name) {
            return known;
        }
        let known = Symbol::interned(name);
        RECENT.with(|recent| recent[slot].set(Some(known)));
        known
    }

    fn interned(name: &str) -> Symbol {
        if let Some(known) = NAMES.get(name) {
            return Symbol(known.0);
        }
        let text: &'static str = Box::leak(Box::from(name));
        let leaked: &'static &'static str = Box::leak(Box::new(text));
        NAMES.insert(Interned(leaked));
        // Another thread may have been first: every thread takes what the table holds.
        Symbol(NAMES.get(name).map_or(leaked, |known| known.0))
    }

    /// Its text.
    pub fn as_str(self) -> &'static str {
        self.0
    }

    /// The symbol `self.name`.
    #[must_use]
    pub fn member(self, name: &str) -> Symbol {
        let slot = slot_of(name, self.address());
        let recent = RECENT_MEMBERS.with(|recent| recent[slot].get());
        let is_it = |(base, joined): &(Symbol, Symbol)| {
            *base == self && joined.len() == self.len() + 1 + name.len() && joined.ends_with(name)
        };
        if let Some((_, joined)) = recent.filter(is_it) {
            return joined;
        }
        let joined = self.joined(name);
        RECENT_MEMBERS.with(|recent| recent[slot].set(Some((self, joined))));
        joined
    }

    fn address(self) -> usize {
        std::ptr::from_ref(self.0) as usize
    }

    fn joined(self, name: &str) -> Symbol {
        let mut joined = String::with_capacity(self.0.len() + 1 + name.len());
        joined.push_str(self.as_str());
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
        state.write_usize(self.address());
    }
}

impl PartialOrd for Symbol {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Symbol {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.as_str().cmp(other.as_str())
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
