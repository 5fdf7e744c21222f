const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

app.get('/q', async (req, res) => {
  const values = {};
  for (const key in req.query) {
    values[key] = req.query[key].trim();
  }
  res.json(await pool.query(`SELECT * FROM people WHERE name = '${values.name}'`)); // expect: sql-injection
});
