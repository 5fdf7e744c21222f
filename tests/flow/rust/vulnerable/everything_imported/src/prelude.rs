pub use crate::db::*;
pub use sqlx::{PgPool, query};
