use mysql_async::prelude::*;
use mysql_async::Pool;

pub async fn names(pool: &Pool, team: String) -> mysql_async::Result<Vec<String>> {
    let mut session = pool.get_conn().await?;
    session.query(format!("SELECT name FROM members WHERE team = '{team}'")).await // expect: sql-injection
}
