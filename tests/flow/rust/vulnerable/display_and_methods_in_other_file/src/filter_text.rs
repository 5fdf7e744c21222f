use std::fmt;

use crate::filter::Filter;

impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} = '{}'", self.column, self.value)
    }
}

impl Filter {
    pub fn clause(&self) -> String {
        format!("{} LIKE '%{}%'", self.column, self.value)
    }
}
