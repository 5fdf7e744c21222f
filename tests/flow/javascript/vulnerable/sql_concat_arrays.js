const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

app.get('/q', async (req, res) => {
  const conditions = ['NOT deleted'].concat(Object.keys(req.query).map((key) => `${key} = '${req.query[key]}'`));
  res.json(await pool.query('SELECT * FROM people WHERE ' + conditions.join(' AND '))); // expect: sql-injection
});
