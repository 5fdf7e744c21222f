use axum::extract::Query;
use rusqlite::Connection;

pub struct Filter {
    pub sort: String,
    pub title: String,
}

fn find(connection: &Connection, filter: &Filter) -> rusqlite::Result<usize> {
    println!("{}", filter.title);
    connection.execute(&format!("SELECT * FROM sales ORDER BY {}", filter.sort), [])
}

pub async fn handler(Query(title): Query<String>) -> String {
    let connection = Connection::open("shop.db").unwrap();
    let filter = Filter { sort: "name".to_string(), title };
    find(&connection, &filter).unwrap().to_string()
}
