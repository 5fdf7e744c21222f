use warp::Filter;

pub fn routes(conn: Connection) -> impl Filter {
    warp::path::param().map(move |name: String| {
        conn.execute_batch(&format!("DELETE FROM users WHERE name = '{name}'")) // expect: sql-injection
    })
}
