const express = require("express");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();
const COLUMNS = new Set(["title", "kind", "year"]);

app.post("/reports", async (req, res) => {
  const entries = Object.entries(req.body).filter(([key]) => COLUMNS.has(key));
  const columns = entries.map(([key]) => key).join(", ");
  const marks = entries.map((_, index) => `$${index + 1}`).join(", ");
  await pool.query(`INSERT INTO reports (${columns}) VALUES (${marks})`, entries.map(([, value]) => value));
  res.end();
});
