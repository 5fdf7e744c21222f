use axum::extract::Path;
use uuid::Uuid;

async fn invoice(Path(number): Path<u64>) -> Option<Vec<u8>> {
    std::fs::read(format!("/srv/invoices/{number}.pdf")).ok()
}

async fn export(Path(id): Path<Uuid>) -> Option<Vec<u8>> {
    tokio::fs::read(format!("/srv/exports/{id}.csv")).await.ok()
}

async fn page(Path(number): Path<String>) -> Option<Vec<u8>> {
    let number: u32 = number.parse().ok()?;
    std::fs::read(format!("/srv/pages/{number}.html")).ok()
}
