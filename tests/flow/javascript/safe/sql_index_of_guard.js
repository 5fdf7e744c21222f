const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

const COLUMNS = ['name', 'city'];

app.get('/q', async (req, res) => {
  const { sort } = req.query;
  if (COLUMNS.indexOf(sort) === -1) {
    return res.sendStatus(400);
  }
  res.json(await pool.query(`SELECT * FROM people ORDER BY ${sort}`));
});
