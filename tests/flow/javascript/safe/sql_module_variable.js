const express = require("express");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();

let table = "users";
let limit = 10;
let name;

app.post("/limit", (req, res) => {
  limit = Number(req.body.limit);
  table = req.body.old ? "users_old" : "users";
  name = req.body.name;
  res.end();
});

app.get("/users", async (req, res) => {
  await pool.query(`SELECT * FROM ${table} WHERE name = $1 LIMIT ${limit}`, [name]);
  res.end();
});
