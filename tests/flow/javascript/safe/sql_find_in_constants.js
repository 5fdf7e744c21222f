const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

const COLUMNS = ['name', 'city'];

app.get('/q', async (req, res) => {
  const sort = COLUMNS.find((column) => column === req.query.sort) ?? 'id';
  res.json(await pool.query(`SELECT * FROM people ORDER BY ${sort}`));
});
