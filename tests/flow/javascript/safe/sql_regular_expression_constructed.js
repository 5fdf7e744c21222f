const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();
const WORD = new RegExp('^[a-z_]+$');

app.get('/q', async (req, res) => {
  const { sort } = req.query;
  if (!WORD.test(sort)) {
    return res.sendStatus(400);
  }
  res.json(await pool.query(`SELECT * FROM people ORDER BY ${sort}`));
});
