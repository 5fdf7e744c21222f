use warp::Filter;

pub fn routes(conn: Connection) -> impl Filter {
    warp::header::optional("x-tenant").map(move |tenant: Option<String>| {
        let tenant = tenant.unwrap_or_default();
        conn.execute_batch(&format!("DELETE FROM users WHERE tenant = '{tenant}'")) // expect: sql-injection
    })
}
