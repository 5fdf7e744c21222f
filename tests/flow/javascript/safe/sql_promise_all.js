const express = require("express");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();

async function clean(name) {
  return name.trim();
}

async function table() {
  return "users";
}

app.get("/users", async (req, res) => {
  const [name, from] = await Promise.all([clean(req.query.name), table()]);
  await pool.query(`SELECT * FROM ${from} WHERE name = $1`, [name]);
  const ids = await Promise.all(req.body.ids.map(async (id) => Number(id)));
  await pool.query(`SELECT * FROM users WHERE id IN (${ids.join(",")})`);
  res.end();
});
