mod db;
mod web;
mod orders;
mod prelude;
