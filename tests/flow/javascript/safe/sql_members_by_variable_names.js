const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();
const LIMITS = { small: 10, large: 100 };

app.get('/people', async (req, res) => {
  const counts = {};
  for (const key of Object.keys(req.query)) {
    counts[key] = (counts[key] || 0) + 1;
  }
  const { rows } = await pool.query(`SELECT * FROM people LIMIT ${LIMITS[req.query.size] ?? 10}`);
  res.json({ rows, counts });
});
