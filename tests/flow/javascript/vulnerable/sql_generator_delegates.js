const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

function* conditions(query) {
  for (const [key, value] of Object.entries(query)) yield `${key} = '${value}'`;
}

function* clauses(query) {
  yield 'NOT deleted';
  yield* conditions(query);
}

app.get('/rows', async (req, res) => {
  res.json(await pool.query('SELECT * FROM rows WHERE ' + [...clauses(req.query)].join(' AND '))); // expect: sql-injection
});
