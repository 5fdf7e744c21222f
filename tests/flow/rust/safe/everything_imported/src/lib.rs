mod db;
mod web;
