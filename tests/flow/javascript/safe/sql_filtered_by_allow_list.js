const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

const COLUMNS = new Set(['id', 'name', 'city']);

app.get('/q', async (req, res) => {
  const chosen = req.query.columns.split(',').filter((column) => COLUMNS.has(column));
  res.json(await pool.query(`SELECT ${chosen.join(', ')} FROM people`));
});
