const express = require('express');
const escapeHtml = require('escape-html');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

app.get('/q', async (req, res) => {
  const name = encodeURIComponent(req.query.name);
  res.json(await pool.query(`SELECT * FROM people WHERE name = '${name}'`)); // expect: sql-injection
});
