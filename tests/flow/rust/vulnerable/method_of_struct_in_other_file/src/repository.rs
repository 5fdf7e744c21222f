use sqlx::{postgres::PgRow, PgPool};

#[derive(Clone)]
pub struct Accounts {
    pool: PgPool,
}

impl Accounts {
    pub fn new(pool: PgPool) -> Self {
        Accounts { pool }
    }

    pub async fn by_email(&self, email: &str) -> sqlx::Result<Option<PgRow>> {
        let sql = format!("SELECT id, plan FROM accounts WHERE email = '{email}'");
        sqlx::query(&sql).fetch_optional(&self.pool).await // expect: sql-injection from src/handlers.rs
    }
}
