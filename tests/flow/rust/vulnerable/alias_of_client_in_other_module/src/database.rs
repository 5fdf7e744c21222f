use std::sync::Arc;
use tokio_postgres::Client;

pub type Shared = Arc<Client>;
