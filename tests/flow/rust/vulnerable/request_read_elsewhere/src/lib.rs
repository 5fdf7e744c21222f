mod params;
pub mod usage;
