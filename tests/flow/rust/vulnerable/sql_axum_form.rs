use axum::{extract::State, Form};
use sqlx::MySqlPool;

#[derive(serde::Deserialize)]
pub struct Signup {
    pub email: String,
    pub age: u8,
}

pub async fn signup(State(pool): State<MySqlPool>, Form(signup): Form<Signup>) -> Result<(), AppError> {
    let Signup { email, age } = signup;
    let sql = format!("INSERT INTO users (email, age) VALUES ('{email}', {age})");
    sqlx::query(&sql).execute(&pool).await?; // expect: sql-injection
    Ok(())
}
