use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr, Statement};

pub async fn cakes(db: &DatabaseConnection, name: &str) -> Result<(), DbErr> {
    let statement = Statement::from_sql_and_values(
        DbBackend::Postgres,
        "SELECT * FROM cake WHERE name = $1",
        [name.into()],
    );
    db.query_all(statement).await?;
    Ok(())
}
