use rusqlite::Connection;

#[rstest]
#[case("note")]
#[tokio::test(flavor = "multi_thread")]
async fn keeps_the_rest(#[case] kind: &str) {
    let conn = Connection::open_in_memory().unwrap();
    conn.execute(&format!("DELETE FROM events WHERE kind = '{kind}'"), []).unwrap();
}
