pub mod current;
pub mod legacy;
pub mod web;
