use diesel::connection::SimpleConnection;
use diesel::SqliteConnection;

pub fn seed(conn: &mut SqliteConnection, name: &str) -> diesel::QueryResult<()> {
    conn.batch_execute(&format!("INSERT INTO seeds (name) VALUES ('{name}')")) // expect: sql-injection
}
