use mysql_async::prelude::*;
use mysql_async::Conn;

pub async fn first(session: &mut Conn, name: &str) -> mysql_async::Result<Option<u64>> {
    session.query_first(format!("SELECT id FROM members WHERE name = '{name}'")).await // expect: sql-injection
}
