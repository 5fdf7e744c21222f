const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

function all(...conditions) {
  return conditions.join(' AND ');
}

app.get('/notes', async (req, res) => {
  res.json(await pool.query('SELECT * FROM notes WHERE ' + all('NOT deleted', `owner = '${req.query.owner}'`))); // expect: sql-injection
});
