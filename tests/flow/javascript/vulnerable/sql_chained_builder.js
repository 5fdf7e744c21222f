const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

class Query {
  constructor(table) {
    this.text = `SELECT * FROM ${table}`;
  }

  where(condition) {
    this.text += ` WHERE ${condition}`;
    return this;
  }

  limit(count) {
    this.text += ` LIMIT ${Number(count)}`;
    return this;
  }
}

app.get('/q', async (req, res) => {
  const query = new Query('people').where(`name = '${req.query.name}'`).limit(3);
  res.json(await pool.query(query.text)); // expect: sql-injection
});
