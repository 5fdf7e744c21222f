use sqlx::PgPool;

pub async fn by_names(pool: &PgPool, names: &[String]) -> Result<(), sqlx::Error> {
    let placeholders = names.iter().enumerate().map(|(index, _)| format!("${}", index + 1)).collect::<Vec<_>>().join(", ");
    let sql = format!("SELECT * FROM users WHERE name IN ({placeholders})");
    let mut query = sqlx::query(&sql);
    for name in names {
        query = query.bind(name);
    }
    query.fetch_all(pool).await?;
    Ok(())
}
