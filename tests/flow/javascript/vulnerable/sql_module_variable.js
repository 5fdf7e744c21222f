const express = require("express");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();

let filter = "";

app.post("/filter", (req, res) => {
  filter = req.body.filter;
  res.end();
});

app.get("/users", async (req, res) => {
  await pool.query(`SELECT * FROM users WHERE ${filter}`); // expect: sql-injection
  res.end();
});

