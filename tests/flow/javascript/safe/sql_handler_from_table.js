const express = require("express");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();

class ByName {
  constructor(pool) {
    this.pool = pool;
  }
  run(value) {
    return this.pool.query("SELECT * FROM items WHERE name = $1", [value]);
  }
}

class ById {
  constructor(pool) {
    this.pool = pool;
  }
  run(value) {
    return this.pool.query("SELECT * FROM items WHERE id = $1", [value]);
  }
}

const SEARCHES = { name: ByName, id: ById };

app.get("/class", async (req, res) => {
  const Search = SEARCHES[req.query.kind];
  res.json(await new Search(pool).run(req.query.value));
});

const CONDITIONS = {
  all: () => "true",
  id: (value) => `id = ${Number(value)}`,
};

app.get("/condition", async (req, res) => {
  const condition = CONDITIONS[req.query.kind](req.query.value);
  res.json(await pool.query("SELECT * FROM items WHERE " + condition));
});

function up() {
  return "asc";
}

function down() {
  return "desc";
}

const ORDERS = { up, down };

app.get("/order", async (req, res) => {
  const order = (ORDERS[req.query.order] || up)(req.query.value);
  res.json(await pool.query("SELECT * FROM items ORDER BY name " + order));
});
