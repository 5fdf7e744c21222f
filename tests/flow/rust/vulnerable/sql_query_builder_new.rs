use sqlx::{MySql, QueryBuilder};

pub fn insert(table: &str, owner: &str) -> QueryBuilder<'static, MySql> {
    QueryBuilder::new(format!("INSERT INTO audit (owner) SELECT '{owner}' FROM {table} ")) // expect: sql-injection
}
