const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

app.get('/q', async (req, res) => {
  res.json(await pool.query(String.raw`SELECT * FROM people WHERE name ~ '\d${req.query.name}'`)); // expect: sql-injection
});
