const express = require("express");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();

function quoted(name) {
  return `'${name}'`;
}

app.get("/users", async (req, res) => {
  const names = req.query.names.split(",").map(quoted);
  await pool.query("SELECT * FROM users WHERE name IN (" + names.join(", ") + ")"); // expect: sql-injection
  res.end();
});
