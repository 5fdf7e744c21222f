const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

const COLUMNS = { name: 'Name', city: 'City' };

app.get('/q', async (req, res) => {
  const { sort } = req.query;
  if (!Object.keys(COLUMNS).includes(sort)) {
    return res.status(400).end();
  }
  res.json(await pool.query(`SELECT * FROM people ORDER BY ${sort}`));
});
