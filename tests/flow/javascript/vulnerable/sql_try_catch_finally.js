const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

app.post('/work', async (req, res, next) => {
  const { name } = req.body;
  try {
    await pool.query('INSERT INTO work VALUES ($1)', [name]);
    res.end();
  } catch (error) {
    next(error);
  } finally {
    await pool.query("DELETE FROM locks WHERE name = '" + name + "'"); // expect: sql-injection
  }
});
