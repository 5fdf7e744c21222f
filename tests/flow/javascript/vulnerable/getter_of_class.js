const express = require("express");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();

class Search {
  constructor(name) {
    this.name = name;
  }

  get where() {
    return `WHERE name = '${this.name}'`;
  }

  set where(text) {
    this.name = text;
  }

  toString() {
    return `SELECT * FROM articles ${this.where}`;
  }
}

class Sort {
  set column(column) {
    this.order = `ORDER BY ${column}`;
  }
}

app.get("/articles", async (req, res) => {
  const search = new Search(req.query.name);
  await pool.query("SELECT * FROM articles " + search.where); // expect: sql-injection
  await pool.query(`${search} LIMIT 10`); // expect: sql-injection
  await pool.query(String(search)); // expect: sql-injection
  const sort = new Sort();
  sort.column = req.query.sort;
  await pool.query("SELECT * FROM articles " + sort.order); // expect: sql-injection
  res.end();
});
