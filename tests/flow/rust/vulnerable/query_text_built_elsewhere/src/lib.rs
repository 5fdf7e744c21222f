mod builder;
pub mod products;
