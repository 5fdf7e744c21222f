const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

app.get('/notes', async (req, res) => {
  const options = { ...req.query, table: 'notes' };
  res.json(await pool.query(`SELECT * FROM ${options.table} WHERE owner = $1`, [options.owner]));
});
