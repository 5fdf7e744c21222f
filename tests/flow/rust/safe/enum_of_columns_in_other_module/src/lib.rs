mod column;
pub mod media;
