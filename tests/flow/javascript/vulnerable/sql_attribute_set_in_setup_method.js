const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

class Report {
  prepare(owner) {
    this.condition = "owner = '" + owner + "'";
  }

  rows() {
    return pool.query('SELECT * FROM reports WHERE ' + this.condition); // expect: sql-injection
  }
}

app.get('/reports', async (req, res) => {
  const report = new Report();
  report.prepare(req.query.owner);
  const { rows } = await report.rows();
  res.json(rows);
});
