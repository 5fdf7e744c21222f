use rusqlite::{Connection, Result};

pub fn archive(conn: &mut Connection, owner: &str) -> Result<()> {
    let batch = conn.transaction()?;
    batch.execute(&format!("DELETE FROM inbox WHERE owner = '{}'", owner), ())?; // expect: sql-injection
    batch.commit()
}
