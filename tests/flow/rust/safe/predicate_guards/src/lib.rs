mod checks;
pub mod listing;
