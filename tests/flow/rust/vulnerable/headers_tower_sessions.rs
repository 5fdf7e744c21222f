use tower_sessions::{MemoryStore, SessionManagerLayer};

pub fn layer() -> SessionManagerLayer<MemoryStore> {
    SessionManagerLayer::new(MemoryStore::default()).with_secure(false) // expect: permissive-headers
}
