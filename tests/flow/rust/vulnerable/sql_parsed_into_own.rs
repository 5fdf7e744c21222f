use std::str::FromStr;
use std::fmt;
use axum::extract::{Query, State};
use sqlx::PgPool;

pub struct Sort { column: String, limit: i64 }

impl FromStr for Sort {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (column, limit) = text.split_once(':').ok_or("no colon")?;
        Ok(Sort { column: column.to_string(), limit: limit.parse().map_err(|_| "limit")? })
    }
}

pub struct Name(String);

impl FromStr for Name {
    type Err = std::convert::Infallible;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(text.trim().to_owned()))
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

#[derive(serde::Deserialize)]
pub struct Params { sort: String }

pub async fn turbofish(State(pool): State<PgPool>, Query(params): Query<Params>) -> Result<(), AppError> {
    let sort = params.sort.parse::<Sort>()?;
    sqlx::query(&format!("SELECT * FROM users ORDER BY {}", sort.column)).fetch_all(&pool).await?; // expect: sql-injection
    sqlx::query(&format!("SELECT * FROM users LIMIT {}", sort.limit)).fetch_all(&pool).await?;
    Ok(())
}

pub async fn annotated(State(pool): State<PgPool>, Query(params): Query<Params>) -> Result<(), AppError> {
    let name: Name = params.sort.parse()?;
    sqlx::query(&format!("SELECT * FROM users WHERE name = '{name}'")).fetch_all(&pool).await?; // expect: sql-injection
    Ok(())
}

pub async fn unwrapped(State(pool): State<PgPool>, Query(params): Query<Params>) -> Result<(), AppError> {
    let name = params.sort.parse::<Name>().unwrap();
    sqlx::query(&format!("SELECT * FROM users WHERE name = '{}'", name.0)).fetch_all(&pool).await?; // expect: sql-injection
    Ok(())
}

pub async fn matched(State(pool): State<PgPool>, Query(params): Query<Params>) -> Result<(), AppError> {
    let name = match params.sort.parse::<Name>() {
        Ok(name) => name,
        Err(_) => return Ok(()),
    };
    sqlx::query(&format!("SELECT * FROM users WHERE name = '{}'", name)).fetch_all(&pool).await?; // expect: sql-injection
    Ok(())
}

pub async fn let_else(State(pool): State<PgPool>, Query(params): Query<Params>) -> Result<(), AppError> {
    let Ok(name) = params.sort.parse::<Name>() else { return Ok(()) };
    sqlx::query(&format!("SELECT * FROM users WHERE name = '{}'", name)).fetch_all(&pool).await?; // expect: sql-injection
    Ok(())
}

pub async fn text(State(pool): State<PgPool>, Query(params): Query<Params>) -> Result<(), AppError> {
    let name: String = params.sort.parse().unwrap();
    sqlx::query(&format!("SELECT * FROM users WHERE name = '{}'", name)).fetch_all(&pool).await?; // expect: sql-injection
    Ok(())
}

fn handed(name: Name) -> String {
    format!("SELECT * FROM users WHERE name = '{}'", name)
}

pub async fn argument(State(pool): State<PgPool>, Query(params): Query<Params>) -> Result<(), AppError> {
    sqlx::query(&handed(params.sort.parse::<Name>()?)).fetch_all(&pool).await?; // expect: sql-injection
    Ok(())
}
