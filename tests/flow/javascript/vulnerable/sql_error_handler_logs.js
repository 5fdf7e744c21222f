const express = require('express');
const db = require('./db');
const app = express();

app.use((err, req, res, next) => {
  db.query("INSERT INTO errors (path, message) VALUES ('" + req.path + "', '" + err.message + "')"); // expect: sql-injection
  res.status(500).send('error');
});
