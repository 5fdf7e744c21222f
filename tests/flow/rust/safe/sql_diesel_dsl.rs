use diesel::prelude::*;

pub fn by_name(conn: &mut PgConnection, wanted: &str) -> QueryResult<Vec<User>> {
    users::table.filter(users::name.eq(wanted)).order(users::id.desc()).load(conn)
}
