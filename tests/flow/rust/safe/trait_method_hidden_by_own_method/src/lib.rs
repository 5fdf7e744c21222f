mod documents;
mod finder;
pub mod web;
