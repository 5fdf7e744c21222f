use axum::extract::Query;
use rusqlite::Connection;

pub struct Filter {
    pub sort: String,
    pub title: &'static str,
}

fn find(connection: &Connection, filter: &Filter) -> rusqlite::Result<usize> {
    println!("{}", filter.title);
    connection.execute(&format!("SELECT * FROM sales ORDER BY {}", filter.sort), []) // expect: sql-injection
}

pub async fn handler(Query(sort): Query<String>) -> String {
    let connection = Connection::open("shop.db").unwrap();
    let filter = Filter { title: "all", sort };
    find(&connection, &filter).unwrap().to_string()
}
