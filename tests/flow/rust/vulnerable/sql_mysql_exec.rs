use mysql::prelude::Queryable;
use mysql::{Pool, TxOpts};

pub fn disable(pool: &Pool, login: &str) -> mysql::Result<()> {
    let mut session = pool.get_conn()?;
    let mut work = session.start_transaction(TxOpts::default())?;
    work.exec_drop(format!("UPDATE users SET active = 0 WHERE login = '{login}'"), ())?; // expect: sql-injection
    work.commit()
}
