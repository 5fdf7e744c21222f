const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

app.get('/q', async (req, res) => {
  const chosen = req.query.columns.split(',').filter((column) => column.length < 30);
  res.json(await pool.query(`SELECT ${chosen.join(', ')} FROM people`)); // expect: sql-injection
});
