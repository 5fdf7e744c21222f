pub const USERS: &str = "app_users";
