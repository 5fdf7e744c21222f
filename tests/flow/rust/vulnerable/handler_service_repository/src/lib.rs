pub mod handler;
pub mod repository;
pub mod service;
