const express = require("express");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();

const helpers = {
  quote: (text) => `'${text}'`,
};

function find({ table = "users", where = "true" } = {}, limit = 10) {
  return pool.query(`SELECT * FROM ${table} WHERE ${where} LIMIT ${limit}`); // expect: sql-injection
}

function order(column, direction = column) {
  return pool.query(`SELECT * FROM users ORDER BY id ${direction}`); // expect: sql-injection
}

app.get("/users", async (req, res) => {
  await pool.query(`SELECT * FROM users WHERE name = ${helpers.quote?.(req.query?.name)}`); // expect: sql-injection
  await pool?.query?.(`SELECT * FROM users WHERE name = '${req.query?.name?.trim?.()}'`); // expect: sql-injection
  await find({ where: `name = '${req.query.name}'` });
  await order(req.query.column);
  res.end();
});
