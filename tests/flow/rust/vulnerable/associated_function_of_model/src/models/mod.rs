mod post;

pub use post::Post;
