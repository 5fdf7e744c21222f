use crate::repository::InvoiceRepository;

pub struct InvoiceService {
    repository: InvoiceRepository,
}

impl InvoiceService {
    pub async fn open_invoices(&self, customer: String) -> sqlx::Result<Vec<i64>> {
        let customer = customer.trim();
        self.repository.open(customer).await
    }
}
