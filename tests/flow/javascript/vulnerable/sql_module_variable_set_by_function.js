const express = require("express");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();

let filter = "";
const settings = { order: "id" };

app.post("/filter", saveFilter);
app.post("/order", saveOrder);
app.get("/users", list);
app.get("/ordered", ordered);

function saveFilter(req, res) {
  filter = req.body.filter;
  res.end();
}

function saveOrder(req, res) {
  settings.order = req.body.order;
  res.end();
}

function current() {
  return filter;
}

async function list(req, res) {
  await pool.query(`SELECT * FROM users WHERE ${current()}`); // expect: sql-injection
  res.end();
}

async function ordered(req, res) {
  await pool.query(`SELECT * FROM users ORDER BY ${settings.order}`); // expect: sql-injection
  res.end();
}
