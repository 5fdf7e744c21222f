const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

app.get('/q', (req, res) => {
  (async () => {
    const name = req.query.name;
    res.json(await pool.query("SELECT * FROM people WHERE name = '" + name + "'")); // expect: sql-injection
  })();
});
