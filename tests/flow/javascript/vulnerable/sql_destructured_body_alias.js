const express = require('express');
const db = require('./db');
const app = express();

app.post('/login', async (req, res) => {
  const { username: user, password } = req.body;
  const rows = await db.query("SELECT * FROM users WHERE username = '" + user + "' AND password = '" + password + "'"); // expect: sql-injection
  res.json({ ok: rows.length === 1 });
});
