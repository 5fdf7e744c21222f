use std::net::IpAddr;

pub fn ban(conn: &rusqlite::Connection, address: IpAddr) -> rusqlite::Result<usize> {
    conn.execute(&format!("INSERT INTO banned VALUES ('{address}')"), [])
}
