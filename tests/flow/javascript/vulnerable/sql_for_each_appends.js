const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

app.get('/notes', async (req, res) => {
  let sql = 'SELECT * FROM notes WHERE false';
  req.query.words.split(' ').forEach((word) => {
    sql += ` OR text LIKE '%${word}%'`;
  });
  res.json(await pool.query(sql)); // expect: sql-injection
});
