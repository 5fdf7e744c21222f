const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

app.get('/people', async (req, res) => {
  const code = req.query.name.charCodeAt(0);
  res.json(await pool.query(`SELECT * FROM people WHERE ascii(name) = ${code}`));
});
