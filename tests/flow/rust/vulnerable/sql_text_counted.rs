use std::rc::Rc;

pub fn find(conn: &rusqlite::Connection, name: &str) -> rusqlite::Result<usize> {
    let name: Rc<str> = Rc::from(name);
    conn.execute(&format!("DELETE FROM jobs WHERE name = '{name}'"), []) // expect: sql-injection
}
