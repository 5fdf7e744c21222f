const express = require("express");
const { Pool } = require("pg");

const app = express();

let pool;
let table = "users";
let last = "";
let offset = 0;
const settings = { table: "users", seen: "" };

function connect() {
  pool = new Pool();
  table = process.argv.length > 3 ? "people" : "users";
}

function turn(req, res) {
  offset = Number(req.query.offset);
  settings.seen = req.query.name;
  res.end();
}

function remember(req, res) {
  let table = req.query.table;
  table = table.trim();
  last = table;
  res.json(table);
}

async function list(req, res) {
  await pool.query(`SELECT * FROM ${table} OFFSET ${offset}`);
  await pool.query(`SELECT * FROM ${settings.table} WHERE name = $1`, [last]);
  res.end();
}

connect();
app.post("/turn", turn);
app.post("/remember", remember);
app.get("/users", list);
