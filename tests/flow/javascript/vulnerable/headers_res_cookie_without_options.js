const express = require('express');
const app = express();

app.post('/login', (req, res) => {
  res.cookie('token', issueToken(req.body)); // expect: permissive-headers
  res.json({ ok: true });
});
