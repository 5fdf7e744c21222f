pub mod pages;
mod statements;
