mod helpers;
pub mod places;
