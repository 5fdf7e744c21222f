pub mod catalogue;
pub mod sqlite;
pub mod web;
