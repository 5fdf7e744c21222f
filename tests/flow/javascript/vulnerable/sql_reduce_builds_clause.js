const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

app.get('/notes', async (req, res) => {
  const where = Object.entries(req.query).reduce((sql, [key, value]) => `${sql} AND ${key} = '${value}'`, 'WHERE true');
  res.json(await pool.query('SELECT * FROM notes ' + where)); // expect: sql-injection
});
