const express = require("express");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();

function find(options) {
  return pool.query(`SELECT * FROM users WHERE name = '${options.user.name}'`); // expect: sql-injection
}

function findUser({ user: { id, name } }) {
  return pool.query(`SELECT * FROM users WHERE name = '${name}'`); // expect: sql-injection
}

app.get("/users", async (req, res) => {
  await find({ user: { id: 1, name: req.query.name } });
  await findUser({ user: { id: 1, name: req.query.name } });
  res.end();
});
