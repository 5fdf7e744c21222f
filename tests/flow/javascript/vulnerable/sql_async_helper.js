const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

async function build(name) {
  return `SELECT * FROM people WHERE name = '${name}'`;
}

app.get('/people', async (req, res) => {
  const [people, total] = await Promise.all([pool.query(await build(req.query.name)), pool.query('SELECT count(*) FROM people')]); // expect: sql-injection
  res.json({ people, total });
});
