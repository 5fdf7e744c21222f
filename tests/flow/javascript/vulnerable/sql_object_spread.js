const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

app.get('/notes', async (req, res) => {
  const options = { sort: 'id', owner: 'nobody', ...req.query };
  res.json(await pool.query(`SELECT * FROM notes WHERE owner = '${options.owner}'`)); // expect: sql-injection
});
