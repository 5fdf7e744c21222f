pub mod songs;
