const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

app.get('/people', async (req, res) => {
  let where = '';
  switch (req.query.kind) {
    case 'name':
    case 'city':
      where = `WHERE ${req.query.kind} = '${req.query.value}'`;
      break;
    default:
      where = '';
  }
  res.json(await pool.query(`SELECT * FROM people ${where}`)); // expect: sql-injection
});
