const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();
const COLUMNS = new Set(['name', 'city']);

app.patch('/people', async (req, res) => {
  for (const [column, value] of Object.entries(req.body)) {
    if (!COLUMNS.has(column)) continue;
    await pool.query(`UPDATE people SET ${column} = $1`, [value]);
  }
  res.end();
});
