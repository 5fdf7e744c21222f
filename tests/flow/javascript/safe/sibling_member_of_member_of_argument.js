const express = require("express");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();

function find(options) {
  return pool.query(`SELECT * FROM users ORDER BY ${options.user.order}`);
}

function findUser({ user: { order, name } }) {
  return pool.query(`SELECT * FROM users WHERE name = $1 ORDER BY ${order}`, [name]);
}

function table(options) {
  return options.user.table;
}

app.get("/users", async (req, res) => {
  await find({ user: { order: "id", name: req.query.name } });
  await findUser({ user: { order: "id", name: req.query.name } });
  await pool.query(`SELECT * FROM ${table({ user: { table: "users", name: req.query.name } })}`);
  res.end();
});
