use std::fmt;
use std::str::FromStr;

#[derive(Clone, Copy)]
pub enum Column {
    Name,
    Age,
}

impl FromStr for Column {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "name" => Ok(Column::Name),
            "age" => Ok(Column::Age),
            other => Err(format!("no column {other}")),
        }
    }
}

impl fmt::Display for Column {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Column::Name => "name",
            Column::Age => "age",
        })
    }
}

impl AsRef<str> for Column {
    fn as_ref(&self) -> &str {
        match self {
            Column::Name => "name",
            Column::Age => "age",
        }
    }
}
