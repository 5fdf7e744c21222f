use sqlx::PgPool;

pub struct UserRepository {
    pool: PgPool,
    table: &'static str,
}

impl UserRepository {
    pub fn new(pool: PgPool) -> Self {
        Self { pool, table: "users" }
    }

    pub async fn find(&self, email: &str) -> Result<Option<User>, sqlx::Error> {
        let sql = format!("SELECT * FROM {} WHERE email = '{}'", self.table, email);
        sqlx::query_as(&sql).fetch_optional(&self.pool).await // expect: sql-injection
    }
}
