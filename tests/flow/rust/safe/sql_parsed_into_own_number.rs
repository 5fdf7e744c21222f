use std::str::FromStr;
use axum::extract::{Query, State};
use sqlx::PgPool;

pub struct Page { limit: i64, order: Order }
#[derive(Clone, Copy)]
pub enum Order { Asc, Desc }

impl FromStr for Order {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "asc" => Ok(Order::Asc),
            "desc" => Ok(Self::Desc),
            _ => Err(format!("bad {text}")),
        }
    }
}
impl std::fmt::Display for Order {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self { Order::Asc => "ASC", Order::Desc => "DESC" })
    }
}

impl FromStr for Page {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (limit, order) = text.split_once(':').ok_or("no colon")?;
        Ok(Page { limit: limit.parse().map_err(|_| "limit")?, order: order.parse()? })
    }
}

#[derive(serde::Deserialize)]
pub struct Params { sort: String }

pub async fn turbofish(State(pool): State<PgPool>, Query(params): Query<Params>) -> Result<(), AppError> {
    let page = params.sort.parse::<Page>()?;
    sqlx::query(&format!("SELECT * FROM users ORDER BY id {} LIMIT {}", page.order, page.limit)).fetch_all(&pool).await?;
    Ok(())
}
pub async fn order(State(pool): State<PgPool>, Query(params): Query<Params>) -> Result<(), AppError> {
    let order: Order = params.sort.parse()?;
    sqlx::query(&format!("SELECT * FROM users ORDER BY id {order}")).fetch_all(&pool).await?;
    Ok(())
}
pub async fn number(State(pool): State<PgPool>, Query(params): Query<Params>) -> Result<(), AppError> {
    let id = params.sort.parse::<i64>()?;
    let other: u32 = params.sort.parse()?;
    sqlx::query(&format!("SELECT * FROM users WHERE id = {id} OR id = {other}")).fetch_all(&pool).await?;
    Ok(())
}
