use rusqlite::Connection;

const FIND: &str = "SELECT version FROM history WHERE name = '%NAME%'";

pub fn version_of(connection: &Connection, name: &str) -> rusqlite::Result<i64> {
    connection.query_row(&FIND.replace("%NAME%", name), [], |row| row.get(0)) // expect: sql-injection
}
