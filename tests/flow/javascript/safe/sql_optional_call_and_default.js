const express = require("express");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();

function find({ table = "users", name = "" } = {}, order = "id") {
  return pool.query(`SELECT * FROM ${table} WHERE name = $1 ORDER BY ${order}`, [name]);
}

app.get("/users", async (req, res) => {
  await find({ name: req.query.name });
  await find({ name: req.query?.name?.trim?.(), table: "orders" }, "date");
  await pool?.query?.("SELECT * FROM users WHERE name = $1", [req.query?.name]);
  res.end();
});
