const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

app.get('/people', async (req, res) => {
  const name = encodeURIComponent(req.query.name);
  res.json(await pool.query('SELECT * FROM people WHERE name = $1', [name]));
});
