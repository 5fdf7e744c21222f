use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr, Statement};

pub async fn cakes(db: &DatabaseConnection, name: &str) -> Result<(), DbErr> {
    let sql = format!("SELECT * FROM cake WHERE name = '{name}'");
    db.query_all(Statement::from_string(DbBackend::Postgres, sql)).await?; // expect: sql-injection
    Ok(())
}
