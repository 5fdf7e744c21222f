mod database;
pub mod search;
