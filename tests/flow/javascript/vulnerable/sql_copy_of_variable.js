const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

app.get('/people', async (req, res) => {
  const given = req.query.name;
  const name = given;
  const query = `SELECT * FROM people WHERE name = '${name}'`;
  const statement = query;
  res.json(await pool.query(statement)); // expect: sql-injection
});
