pub struct Filter {
    pub text: String,
    pub values: Vec<String>,
}

pub fn filter(brand: Option<String>, size: Option<String>) -> Filter {
    let mut clauses = Vec::new();
    let mut values = Vec::new();
    for (column, value) in [("brand", brand), ("size", size)] {
        if let Some(value) = value {
            values.push(value);
            clauses.push(format!("{column} = ${}", values.len()));
        }
    }
    Filter { text: clauses.join(" AND "), values }
}
