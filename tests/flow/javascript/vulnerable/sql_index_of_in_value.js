const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

app.get('/q', async (req, res) => {
  const { email } = req.query;
  if (email.indexOf('@') === -1) {
    return res.sendStatus(400);
  }
  res.json(await pool.query(`SELECT * FROM people WHERE email = '${email}'`)); // expect: sql-injection
});
