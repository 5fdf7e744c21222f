use tower_sessions::{MemoryStore, SessionManagerLayer};

#[tokio::main]
async fn main() {
    let sessions = SessionManagerLayer::new(MemoryStore::default()).with_secure(false);
    serve(router().layer(sessions)).await;
}
