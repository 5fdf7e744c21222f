mod transaction;
pub mod transfers;
