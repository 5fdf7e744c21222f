mod criteria;
mod index;
pub mod web;
