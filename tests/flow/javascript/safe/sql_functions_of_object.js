const express = require("express");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();

const COLUMNS = ["name", "price"];

const items = {
  byName(name) {
    return pool.query("SELECT * FROM items WHERE name = $1", [name]);
  },
  where: (id) => `id = ${parseInt(id, 10)}`,
  sorted: {
    by: function (column) {
      if (!COLUMNS.includes(column)) throw new Error("no such column");
      return pool.query("SELECT * FROM items ORDER BY " + column);
    },
  },
};

app.get("/name", async (req, res) => {
  res.json(await items.byName(req.query.name));
});

app.get("/where", async (req, res) => {
  res.json(await pool.query("SELECT * FROM items WHERE " + items.where(req.query.id)));
});

app.get("/sorted", async (req, res) => {
  res.json(await items.sorted.by(req.query.column));
});
