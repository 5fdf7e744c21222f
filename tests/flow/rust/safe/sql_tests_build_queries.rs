use rusqlite::Connection;

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest]
    #[case("a")]
    #[test]
    fn inserts(#[case] name: &str) {
        let conn = Connection::open_in_memory().unwrap();
        conn.execute(&format!("INSERT INTO t VALUES ('{name}')"), []).unwrap();
    }
}
