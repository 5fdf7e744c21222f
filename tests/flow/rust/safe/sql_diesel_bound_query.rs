use diesel::prelude::*;
use diesel::sql_types::Text;

pub fn by_name(conn: &mut PgConnection, name: &str) -> QueryResult<Vec<User>> {
    diesel::sql_query("SELECT * FROM users WHERE name = $1").bind::<Text, _>(name).load(conn)
}
