pub mod guests;
mod requests;
