use std::fmt;

use crate::filter::Filter;

impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} = ?1", self.column)
    }
}

impl Filter {
    pub fn clause(&self) -> String {
        format!("{} LIKE ?1", self.column)
    }
}
