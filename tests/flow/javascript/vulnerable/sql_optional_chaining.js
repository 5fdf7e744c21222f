const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

app.post('/people', async (req, res) => {
  const name = req.body?.filter?.['name'] ?? 'nobody';
  res.json(await pool?.query?.(`SELECT * FROM people WHERE name = '${name}'`)); // expect: sql-injection
});
