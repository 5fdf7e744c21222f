const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

app.get('/notes', async ({ query: { sort = 'id', ...rest } }, res) => {
  res.json(await pool.query(`SELECT * FROM notes WHERE owner = '${rest.owner}'`)); // expect: sql-injection
});
