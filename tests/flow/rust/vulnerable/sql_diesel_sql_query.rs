use diesel::prelude::*;
use diesel::sql_query;

pub fn by_name(conn: &mut PgConnection, name: &str) -> QueryResult<Vec<User>> {
    sql_query(format!("SELECT * FROM users WHERE name = '{name}'")).load(conn) // expect: sql-injection
}
