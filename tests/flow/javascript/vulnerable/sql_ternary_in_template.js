const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

app.get('/people', async (req, res) => {
  const { name } = req.query;
  res.json(await pool.query(`SELECT * FROM people ${name ? `WHERE name = '${name}'` : ''}`)); // expect: sql-injection
});
