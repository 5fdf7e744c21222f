const express = require("express");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();

function toId(text) {
  return parseInt(text, 10) || 0;
}

function placeholder(value) {
  return "?";
}

app.get("/users", async (req, res) => {
  const ids = req.query.ids.split(",").map(toId);
  await pool.query("SELECT * FROM users WHERE id IN (" + ids.join(", ") + ")");
  const names = req.query.names.split(",");
  await pool.query("SELECT * FROM users WHERE name IN (" + names.map(placeholder).join(", ") + ")", names);
  res.end();
});
