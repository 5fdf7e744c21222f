const express = require("express");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();

const ORDERS = new Map([
  ["new", "created_at DESC"],
  ["old", "created_at"],
]);

app.get("/articles", async (req, res) => {
  const query = new Map();
  query.set("name", req.query.name);
  query.set("order", ORDERS.get(req.query.order));
  await pool.query(`SELECT * FROM articles WHERE name = $1 ORDER BY ${query.get("order")}`, [query.get("name")]);
  const columns = new Set(["name", "price"]);
  columns.add("id");
  for (const column of columns) {
    await pool.query(`SELECT ${column} FROM articles`);
  }
  const limits = new Map();
  limits.set("page", Number(req.query.page));
  for (const [name, limit] of limits) {
    await pool.query(`SELECT ${name} FROM articles LIMIT ${limit}`);
  }
  res.end();
});
