const express = require('express');
const { Pool } = require('pg');
const db = new Pool();
const app = express();

app.post('/query', async (req, res) => {
  res.json(await db.query(req.body.sql)); // expect: sql-injection
});
