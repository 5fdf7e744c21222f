const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

app.get('/q', async (req, res) => {
  const direction = req.query.direction;
  if (['asc', 'desc'].lastIndexOf(direction) < 0) {
    return res.sendStatus(400);
  }
  res.json(await pool.query(`SELECT * FROM people ORDER BY id ${direction}`));
});
