use warp::Filter;

pub fn routes(conn: Connection) -> impl Filter {
    warp::body::json().map(move |search: Search| {
        conn.execute_batch(&format!("DELETE FROM users WHERE name = '{}'", search.name)) // expect: sql-injection
    })
}
