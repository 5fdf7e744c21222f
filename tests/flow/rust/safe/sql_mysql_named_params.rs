use mysql::prelude::*;
use mysql::{params, Pool};

pub fn add(pool: &Pool, login: &str) -> mysql::Result<()> {
    let mut conn = pool.get_conn()?;
    conn.exec_drop("INSERT INTO users (login) VALUES (:login)", params! { "login" => login })
}
