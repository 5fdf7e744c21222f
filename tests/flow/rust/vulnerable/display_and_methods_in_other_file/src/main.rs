mod filter;
mod filter_text;
mod handlers;
