const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

app.post('/q', async (req, res) => {
  const { name } = req.body;
  if (typeof name !== 'string') {
    return res.sendStatus(400);
  }
  res.json(await pool.query(`SELECT * FROM people WHERE name = '${name}'`)); // expect: sql-injection
});
