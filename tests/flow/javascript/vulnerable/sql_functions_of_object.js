const express = require("express");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();

const items = {
  byName(name) {
    return pool.query(`SELECT * FROM items WHERE name = '${name}'`); // expect: sql-injection
  },
  where: (name) => `name = '${name}'`,
  sorted: {
    by: function (column) {
      return pool.query("SELECT * FROM items ORDER BY " + column); // expect: sql-injection
    },
  },
};

app.get("/name", async (req, res) => {
  res.json(await items.byName(req.query.name));
});

app.get("/where", async (req, res) => {
  res.json(await pool.query("SELECT * FROM items WHERE " + items.where(req.query.name))); // expect: sql-injection
});

app.get("/sorted", async (req, res) => {
  res.json(await items.sorted.by(req.query.column));
});
