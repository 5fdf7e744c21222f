const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

app.get('/q', async (req, res) => {
  const limit = req.query.limit | 0;
  const offset = ~~req.query.offset;
  res.json(await pool.query(`SELECT * FROM people LIMIT ${limit} OFFSET ${offset}`));
});
