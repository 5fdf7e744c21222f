const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

const ordered = (sql, column = 'created') => `${sql} ORDER BY ${column}`;

app.get('/notes', async (req, res) => {
  res.json(await pool.query(ordered('SELECT * FROM notes WHERE owner = $1'), [req.query.owner]));
});
