const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

const statement = (table, condition) => 'SELECT * FROM ' + table + ' WHERE ' + condition;

app.get('/notes', async (req, res) => {
  const parts = ['notes', `owner = '${req.query.owner}'`];
  res.json(await pool.query(statement(...parts))); // expect: sql-injection
});
