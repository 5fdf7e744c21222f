mod column;
mod handlers;
