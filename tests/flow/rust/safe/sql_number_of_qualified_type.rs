use std::collections::{BTreeMap, HashMap};

use axum::extract::State;
use sqlx::PgPool;

#[derive(Clone, PartialEq, ::prost::Message)]
pub struct Notification {
    #[prost(enumeration = "JobState", repeated, tag = "1")]
    pub states: ::prost::alloc::vec::Vec<i32>,
    #[prost(uint64, optional, tag = "2")]
    pub tick: ::core::option::Option<u64>,
    #[prost(uint32, tag = "3")]
    pub attempt: ::prost::alloc::boxed::Box<u32>,
    #[prost(map = "uint32, int64", tag = "4")]
    pub counts: HashMap<u32, i64>,
}

async fn states(State(pool): State<PgPool>, data: Notification) -> Result<(), sqlx::Error> {
    let values: Vec<String> = data.states.iter().map(|state| format!("($1, {state})")).collect();
    sqlx::query(&format!("INSERT INTO states VALUES {}", values.join(","))).execute(&pool).await?;
    Ok(())
}

async fn tick(State(pool): State<PgPool>, data: Notification) -> Result<(), sqlx::Error> {
    if let Some(tick) = data.tick {
        let query = format!("DELETE FROM jobs WHERE tick < {tick} AND attempt > {}", data.attempt);
        sqlx::query(&query).execute(&pool).await?;
    }
    Ok(())
}

async fn counts(State(pool): State<PgPool>, data: Notification) -> Result<(), sqlx::Error> {
    for (job, count) in &data.counts {
        sqlx::query(&format!("UPDATE jobs SET runs = {count} WHERE id = {job}")).execute(&pool).await?;
    }
    Ok(())
}

async fn by_kind(State(pool): State<PgPool>, limits: BTreeMap<u8, u32>) -> Result<(), sqlx::Error> {
    for (kind, most) in limits {
        let query = format!("SELECT * FROM jobs WHERE kind = {kind} LIMIT {most}");
        sqlx::query(&query).fetch_all(&pool).await?;
    }
    Ok(())
}

async fn limited(State(pool): State<PgPool>, most: std::result::Result<u32, String>) -> Result<(), sqlx::Error> {
    if let Ok(most) = most {
        sqlx::query(&format!("SELECT * FROM jobs LIMIT {most}")).fetch_all(&pool).await?;
    }
    Ok(())
}
