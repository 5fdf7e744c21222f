const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

const equals = (column) => (value) => `${column} = '${value}'`;
const named = equals('name');

app.get('/orders', async (req, res) => {
  res.json(await pool.query('SELECT * FROM orders WHERE ' + named(req.query.name))); // expect: sql-injection
});
