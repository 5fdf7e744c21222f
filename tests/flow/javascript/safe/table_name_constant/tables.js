module.exports = { USERS: "app.users", LIMIT: 50 };
