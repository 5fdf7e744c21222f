use sqlx::PgPool;

pub enum Filter {
    Name(String),
    Owner { owner: String },
    All,
}

pub async fn find(pool: &PgPool, filter: Filter) -> sqlx::Result<usize> {
    let condition = match filter {
        Filter::Name(name) => format!("name = '{name}'"),
        Filter::Owner { owner } => format!("owner = '{owner}'"),
        Filter::All => String::from("true"),
    };
    Ok(sqlx::query(&format!("SELECT * FROM notes WHERE {condition}")).fetch_all(pool).await?.len()) // expect: sql-injection
}
