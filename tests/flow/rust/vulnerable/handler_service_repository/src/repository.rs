use sqlx::PgPool;

pub struct InvoiceRepository {
    pool: PgPool,
}

impl InvoiceRepository {
    pub async fn open(&self, customer: &str) -> sqlx::Result<Vec<i64>> {
        let mut sql = String::from("SELECT number FROM invoices WHERE paid IS NULL");
        sql.push_str(&format!(" AND customer = '{customer}'"));
        sqlx::query_scalar(&sql).fetch_all(&self.pool).await // expect: sql-injection from src/handler.rs
    }
}
