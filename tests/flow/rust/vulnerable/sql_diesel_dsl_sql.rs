use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;

pub fn filtered(conn: &mut SqliteConnection, city: &str) -> QueryResult<Vec<User>> {
    users::table.filter(sql::<Bool>(&format!("lower(city) = lower('{city}')"))).load(conn) // expect: sql-injection
}
