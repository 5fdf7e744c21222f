use crate::state::AppState;
use axum::extract::{Path, State};
use sqlx::Executor;

pub async fn wipe(State(state): State<AppState>, Path(project): Path<String>) -> Result<(), AppError> {
    state.pool.execute(format!("DELETE FROM builds WHERE project = '{project}'").as_str()).await?; // expect: sql-injection
    Ok(())
}
