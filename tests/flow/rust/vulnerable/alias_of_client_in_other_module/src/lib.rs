pub mod database;
pub mod rooms;
