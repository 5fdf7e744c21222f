const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

function* statements(names) {
  for (const name of names) {
    yield `DELETE FROM cache WHERE name = '${name}'`;
  }
}

app.post('/purge', async (req, res) => {
  for (const statement of statements(req.body.names)) {
    await pool.query(statement); // expect: sql-injection
  }
  res.end();
});
