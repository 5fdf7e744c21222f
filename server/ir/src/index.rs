//! Where the declarations of a file are, by their names.

use std::fmt;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::{BodyKey, Class, Function, Items, Symbol};

/// The index of a file's declarations, made when it is first asked. It says nothing that they do not say: all are equal.
#[derive(Default)]
pub(crate) struct Index(OnceLock<Places>);

/// Places in the lists of [`Items`].
struct Places {
    functions: FxHashMap<BodyKey, usize>,
    /// The last functions of a name, by their classes.
    named: FxHashMap<(Option<Symbol>, Symbol), usize>,
    /// The first classes of a name.
    classes: FxHashMap<Symbol, usize>,
}

impl Places {
    fn of(items: &Items) -> Self {
        let functions = items.functions.iter().enumerate();
        let classes = items.classes.iter().enumerate().rev();
        Places {
            functions: functions
                .clone()
                .map(|(place, function)| (function.key, place))
                .collect(),
            named: functions
                .map(|(place, function)| ((function.class, function.name), place))
                .collect(),
            classes: classes.map(|(place, class)| (class.name, place)).collect(),
        }
    }
}

impl Items {
    fn places(&self) -> &Places {
        self.index.0.get_or_init(|| Places::of(self))
    }

    /// The function that is this body.
    pub fn function(&self, key: BodyKey) -> Option<&Function> {
        let place = *self.places().functions.get(&key)?;
        self.functions.get(place)
    }

    /// The function of a class, or of none, that has this name; the last one, where there are several.
    pub fn function_named(&self, class: Option<Symbol>, name: Symbol) -> Option<&Function> {
        let place = *self.places().named.get(&(class, name))?;
        self.functions.get(place)
    }

    /// The class of this name; the first one, where there are several.
    pub fn class(&self, name: Symbol) -> Option<&Class> {
        let place = *self.places().classes.get(&name)?;
        self.classes.get(place)
    }
}

impl Clone for Index {
    fn clone(&self) -> Self {
        Index::default()
    }
}

impl PartialEq for Index {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Index {}

impl fmt::Debug for Index {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("..")
    }
}
