const express = require("express");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();
const COLUMNS = new Set(["title", "kind", "year"]);

app.post("/values", async (req, res) => {
  const entries = Object.entries(req.body).filter(([key]) => COLUMNS.has(key));
  const sets = entries.map(([key, value]) => `${key} = '${value}'`).join(", ");
  await pool.query(`UPDATE reports SET ${sets}`); // expect: sql-injection
  res.end();
});

app.post("/keys", async (req, res) => {
  const entries = Object.entries(req.body).filter(([, value]) => COLUMNS.has(value));
  const columns = entries.map(([key]) => key).join(", ");
  await pool.query(`SELECT ${columns} FROM reports`); // expect: sql-injection
  res.end();
});
