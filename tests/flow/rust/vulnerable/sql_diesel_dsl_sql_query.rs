use diesel::prelude::*;

pub fn by_team(conn: &mut MysqlConnection, team: &str) -> QueryResult<usize> {
    diesel::dsl::sql_query(format!("DELETE FROM members WHERE team = '{team}'")).execute(conn) // expect: sql-injection
}
