const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

const columns = new Map([['newest', 'created DESC'], ['name', 'name ASC']]);

app.get('/q', async (req, res) => {
  const order = columns.get(req.query.sort) ?? 'id ASC';
  res.json(await pool.query(`SELECT * FROM people ORDER BY ${order}`));
});
