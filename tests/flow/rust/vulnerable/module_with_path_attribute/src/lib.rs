pub mod web;

#[path = "sql/shipment_queries.rs"]
mod shipments;
