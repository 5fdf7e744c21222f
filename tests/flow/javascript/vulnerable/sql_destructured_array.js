const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

app.get('/range', async (req, res) => {
  const [first, ...others] = req.query.between.split(',');
  const last = others.at(-1);
  res.json(await pool.query(`SELECT * FROM log WHERE day BETWEEN '${first}' AND '${last}'`)); // expect: sql-injection
});
