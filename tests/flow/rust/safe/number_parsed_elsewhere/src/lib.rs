pub mod pages;
mod params;
