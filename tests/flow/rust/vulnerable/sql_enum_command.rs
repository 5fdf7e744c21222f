use clap::Subcommand;

#[derive(Subcommand)]
pub enum Command {
    Add { title: String, priority: u8 },
    Remove(u64),
}

pub fn run(conn: &rusqlite::Connection, command: Command) -> rusqlite::Result<usize> {
    match command {
        Command::Add { title, priority } => {
            conn.execute(&format!("INSERT INTO todo VALUES ('{title}', {priority})"), []) // expect: sql-injection
        }
        Command::Remove(id) => conn.execute(&format!("DELETE FROM todo WHERE id = {id}"), []),
    }
}
