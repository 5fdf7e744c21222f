pub mod ports;
pub mod postgres;
pub mod web;
