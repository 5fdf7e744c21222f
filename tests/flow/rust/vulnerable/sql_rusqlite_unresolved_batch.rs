use crate::db::Handle;
use rusqlite::Result;

pub fn attach(handle: &Handle, path: &str) -> Result<()> {
    handle.with(|c| c.execute_batch(&format!("INSERT INTO attached (path) VALUES ('{path}')"))) // expect: sql-injection
}
