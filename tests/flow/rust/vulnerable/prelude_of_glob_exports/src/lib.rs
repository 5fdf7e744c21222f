pub mod hosts;
pub mod prelude;
pub mod routes;
