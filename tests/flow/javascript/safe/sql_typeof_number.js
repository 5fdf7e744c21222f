const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

app.post('/q', async (req, res) => {
  const { limit } = req.body;
  if (typeof limit !== 'number') {
    return res.sendStatus(400);
  }
  res.json(await pool.query(`SELECT * FROM people LIMIT ${limit}`));
});
