const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

app.get('/people', async (req, res) => {
  let column;
  switch (req.query.sort) {
    case 'newest':
      column = 'created';
      break;
    default:
      column = req.query.sort;
  }
  res.json(await pool.query(`SELECT * FROM people ORDER BY ${column}`)); // expect: sql-injection
});
