pub mod columns;
pub mod reports;
