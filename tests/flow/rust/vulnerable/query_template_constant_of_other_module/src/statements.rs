pub const BY_TITLE: &str = "SELECT id, body FROM pages WHERE title = '{title}'";
