use axum::extract::{Path, State};
use sqlx::MySqlPool;

async fn member(State(db): State<MySqlPool>, Path((team, id)): Path<(String, u32)>) -> Result<(), AppError> {
    sqlx::query(&format!("DELETE FROM members WHERE team = '{team}' AND id = {id}")) // expect: sql-injection
        .execute(&db)
        .await?;
    Ok(())
}
