const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

const COLUMNS = { name: 'Name', city: 'City' };

app.get('/q', async (req, res) => {
  const { sort } = req.query;
  if (!(sort in COLUMNS)) {
    throw new Error('unknown column');
  }
  res.json(await pool.query(`SELECT * FROM people ORDER BY ${sort}`));
});
