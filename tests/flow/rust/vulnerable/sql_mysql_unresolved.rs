use crate::connect;
use mysql::prelude::Queryable;

pub fn rows(team: &str) -> mysql::Result<Vec<String>> {
    let mut conn = connect()?;
    conn.query_map(format!("SELECT name FROM members WHERE team = '{team}'"), |name| name) // expect: sql-injection
}
