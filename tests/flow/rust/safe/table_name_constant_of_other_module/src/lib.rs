mod tables;
pub mod users;
