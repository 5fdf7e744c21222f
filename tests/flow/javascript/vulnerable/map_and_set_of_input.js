const express = require("express");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();

app.get("/articles", async (req, res) => {
  const filters = new Map();
  filters.set("name", req.query.name).set("place", req.query.place);
  filters.set("name", req.query.name);
  await pool.query(`SELECT * FROM articles WHERE name = '${filters.get("name")}'`); // expect: sql-injection
  for (const [column, value] of filters) {
    await pool.query(`SELECT * FROM articles WHERE ${column} = '${value}'`); // expect: sql-injection
  }
  const names = new Set();
  names.add(req.query.name);
  for (const name of names) {
    await pool.query(`SELECT * FROM articles WHERE name = '${name}'`); // expect: sql-injection
  }
  const places = new Set(req.query.places);
  for (const place of places) {
    await pool.query(`SELECT * FROM articles WHERE place = '${place}'`); // expect: sql-injection
  }
  const headers = new Map(Object.entries(req.headers));
  await pool.query(`SELECT * FROM articles WHERE shop = '${headers.get("x-shop")}'`); // expect: sql-injection
  res.end();
});
