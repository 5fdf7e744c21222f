mod members;

pub use members::in_club as members_of;
