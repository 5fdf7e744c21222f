pub mod handlers;
pub mod repository;
