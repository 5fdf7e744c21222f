use crate::connection;
use sea_orm::{ConnectionTrait, DbErr};

pub async fn retire(name: &str) -> Result<(), DbErr> {
    let handle = connection().await;
    handle.execute_unprepared(&format!("UPDATE cake SET retired = true WHERE name = '{name}'")).await?; // expect: sql-injection
    Ok(())
}
