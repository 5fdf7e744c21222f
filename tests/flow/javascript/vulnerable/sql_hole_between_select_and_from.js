const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

app.get('/people', async (req, res) => {
  res.json(await pool.query(`SELECT ${req.query.columns} FROM people`)); // expect: sql-injection
});
