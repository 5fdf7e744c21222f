const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

app.get('/q', async (req, res) => {
  const { sort } = req.query;
  if (!sort.match(/^\w{1,30}$/)) {
    return res.sendStatus(400);
  }
  res.json(await pool.query(`SELECT * FROM people ORDER BY ${sort}`));
});
