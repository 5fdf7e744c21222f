use deadpool_postgres::{Config, Pool, Runtime};
use tokio_postgres::NoTls;

pub mod stock;

pub fn pool() -> Pool {
    Config::new().create_pool(Some(Runtime::Tokio1), NoTls).expect("the configuration is complete")
}
