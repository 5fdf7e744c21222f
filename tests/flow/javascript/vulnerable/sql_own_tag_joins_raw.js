const express = require("express");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();

function raw(strings, ...values) {
  return strings.reduce((text, part, index) => text + part + (values[index] ?? ""), "");
}

const lines = (strings, ...values) => {
  let out = "";
  strings.forEach((part, index) => {
    out += part;
    if (index < values.length) {
      out += values[index];
    }
  });
  return out.trim();
};

app.get("/users", async (req, res) => {
  await pool.query(raw`SELECT * FROM users WHERE name = '${req.query.name}'`); // expect: sql-injection
  const query = lines`
    SELECT * FROM users
    WHERE name = '${req.query.name}'
  `;
  await pool.query(query); // expect: sql-injection
  res.end();
});
