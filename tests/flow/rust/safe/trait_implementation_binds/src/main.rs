mod store;
mod web;

fn main() {}
