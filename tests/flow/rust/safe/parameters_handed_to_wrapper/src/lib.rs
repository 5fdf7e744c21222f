mod db;
pub mod rooms;
