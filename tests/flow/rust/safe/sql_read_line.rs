use std::io;

fn main() -> rusqlite::Result<()> {
    let mut name = String::new();
    io::stdin().read_line(&mut name).expect("a line");
    let conn = rusqlite::Connection::open_in_memory()?;
    conn.execute(&format!("INSERT INTO people VALUES ('{}')", name.trim()), [])?;
    Ok(())
}
