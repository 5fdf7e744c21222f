use rusqlite::Connection;

pub fn create(conn: &Connection, prefix: &str) -> rusqlite::Result<()> {
    conn.execute_batch(&format!(
        "
        CREATE TABLE IF NOT EXISTS {prefix}_part0 (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            kind TEXT NOT NULL,
            price INTEGER NOT NULL,
            note TEXT,
            made_at INTEGER NOT NULL,
            changed_at INTEGER
        );
        CREATE INDEX IF NOT EXISTS {prefix}_part0_by_name ON {prefix}_part0 (name, kind);
        CREATE TABLE IF NOT EXISTS {prefix}_part1 (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            kind TEXT NOT NULL,
            price INTEGER NOT NULL,
            note TEXT,
            made_at INTEGER NOT NULL,
            changed_at INTEGER
        );
        CREATE INDEX IF NOT EXISTS {prefix}_part1_by_name ON {prefix}_part1 (name, kind);
        CREATE TABLE IF NOT EXISTS {prefix}_part2 (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            kind TEXT NOT NULL,
            price INTEGER NOT NULL,
            note TEXT,
            made_at INTEGER NOT NULL,
            changed_at INTEGER
        );
        CREATE INDEX IF NOT EXISTS {prefix}_part2_by_name ON {prefix}_part2 (name, kind);
        CREATE TABLE IF NOT EXISTS {prefix}_part3 (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            kind TEXT NOT NULL,
            price INTEGER NOT NULL,
            note TEXT,
            made_at INTEGER NOT NULL,
            changed_at INTEGER
        );
        CREATE INDEX IF NOT EXISTS {prefix}_part3_by_name ON {prefix}_part3 (name, kind);
        CREATE TABLE IF NOT EXISTS {prefix}_part4 (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            kind TEXT NOT NULL,
            price INTEGER NOT NULL,
            note TEXT,
            made_at INTEGER NOT NULL,
            changed_at INTEGER
        );
        CREATE INDEX IF NOT EXISTS {prefix}_part4_by_name ON {prefix}_part4 (name, kind);
        CREATE TABLE IF NOT EXISTS {prefix}_part5 (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            kind TEXT NOT NULL,
            price INTEGER NOT NULL,
            note TEXT,
            made_at INTEGER NOT NULL,
            changed_at INTEGER
        );
        CREATE INDEX IF NOT EXISTS {prefix}_part5_by_name ON {prefix}_part5 (name, kind);
        CREATE TABLE IF NOT EXISTS {prefix}_part6 (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            kind TEXT NOT NULL,
            price INTEGER NOT NULL,
            note TEXT,
            made_at INTEGER NOT NULL,
            changed_at INTEGER
        );
        CREATE INDEX IF NOT EXISTS {prefix}_part6_by_name ON {prefix}_part6 (name, kind);
        CREATE TABLE IF NOT EXISTS {prefix}_part7 (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            kind TEXT NOT NULL,
            price INTEGER NOT NULL,
            note TEXT,
            made_at INTEGER NOT NULL,
            changed_at INTEGER
        );
        CREATE INDEX IF NOT EXISTS {prefix}_part7_by_name ON {prefix}_part7 (name, kind);
        CREATE TABLE IF NOT EXISTS {prefix}_part8 (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            kind TEXT NOT NULL,
            price INTEGER NOT NULL,
            note TEXT,
            made_at INTEGER NOT NULL,
            changed_at INTEGER
        );
        CREATE INDEX IF NOT EXISTS {prefix}_part8_by_name ON {prefix}_part8 (name, kind);
        "
    ))
}
