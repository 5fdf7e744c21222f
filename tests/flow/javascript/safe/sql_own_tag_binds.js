const express = require("express");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();

function sql(strings, ...values) {
  const text = strings.reduce((text, part, index) => text + "$" + index + part);
  return { text, values };
}

app.get("/users", async (req, res) => {
  await pool.query(sql`SELECT * FROM users WHERE name = ${req.query.name}`);
  const { text, values } = sql`SELECT * FROM users WHERE name = ${req.query.name}`;
  await pool.query(text, values);
  res.end();
});
