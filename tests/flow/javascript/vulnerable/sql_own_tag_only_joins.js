const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

function trimmed(strings, ...values) {
  return strings.reduce((text, string, index) => text + string.trim() + (values[index] ?? ''), '');
}

app.get('/q', async (req, res) => {
  res.json(await pool.query(trimmed`SELECT * FROM people WHERE name = '${req.query.name}'`)); // expect: sql-injection
});
