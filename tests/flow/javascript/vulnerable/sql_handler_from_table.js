const express = require("express");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();

class ByName {
  constructor(pool) {
    this.pool = pool;
  }
  run(value) {
    return this.pool.query(`SELECT * FROM items WHERE name = '${value}'`); // expect: sql-injection
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

function all() {
  return pool.query("SELECT * FROM items");
}

function sorted(column) {
  return pool.query("SELECT * FROM items ORDER BY " + column); // expect: sql-injection
}

const LISTS = { all, sorted };

app.get("/function", async (req, res) => {
  res.json(await LISTS[req.query.kind](req.query.value));
});

const CONDITIONS = {
  name: (value) => `name = '${value}'`,
  id: (value) => `id = ${Number(value)}`,
};

app.get("/condition", async (req, res) => {
  const condition = CONDITIONS[req.query.kind](req.query.value);
  res.json(await pool.query("SELECT * FROM items WHERE " + condition)); // expect: sql-injection
});
