pub mod api;
mod repository;
