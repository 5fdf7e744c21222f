const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

function withName(req, use) {
  return use(req.query.name);
}

app.get('/orders', async (req, res) => {
  const found = await withName(req, (name) => pool.query(`SELECT * FROM orders WHERE name = '${name}'`)); // expect: sql-injection
  res.json(found.rows);
});
