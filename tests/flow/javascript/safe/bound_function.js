const express = require("express");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();

function find(table, name) {
  return pool.query(`SELECT * FROM ${table} WHERE name = $1`, [name]);
}

const findUsers = find.bind(null, "users");

app.get("/users", async (req, res) => {
  res.json(await findUsers(req.query.name));
});
