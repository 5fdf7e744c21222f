use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr};

pub async fn retire(db: &DatabaseConnection, name: &str) -> Result<(), DbErr> {
    db.execute_unprepared(&format!("UPDATE cake SET retired = true WHERE name = '{name}'")).await?; // expect: sql-injection
    Ok(())
}
