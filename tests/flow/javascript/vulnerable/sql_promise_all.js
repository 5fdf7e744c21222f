const express = require("express");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();

async function clean(name) {
  return name.trim();
}

async function count() {
  return 10;
}

app.get("/users", async (req, res) => {
  const [limit, name] = await Promise.all([count(), clean(req.query.name)]);
  await pool.query(`SELECT * FROM users WHERE name = '${name}' LIMIT ${limit}`); // expect: sql-injection
  const names = await Promise.all(req.body.names.map((name) => clean(name)));
  await pool.query(`SELECT * FROM users WHERE name IN ('${names.join("','")}')`); // expect: sql-injection
  const [first, second] = await Promise.allSettled([clean(req.query.first), count()]);
  await pool.query(`SELECT * FROM users WHERE name = '${first.value}'`); // expect: sql-injection
  res.end();
});
