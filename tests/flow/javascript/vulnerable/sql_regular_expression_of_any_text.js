const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();
const EMAIL = /^[^@]+@[^@]+$/;

app.get('/q', async (req, res) => {
  const { email } = req.query;
  if (!EMAIL.test(email)) {
    return res.sendStatus(400);
  }
  res.json(await pool.query(`SELECT * FROM people WHERE email = '${email}'`)); // expect: sql-injection
});
