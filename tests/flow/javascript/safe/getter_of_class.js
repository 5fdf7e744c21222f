const express = require("express");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();

class Search {
  constructor(name, page) {
    this.name = name;
    this.page = page;
  }

  get where() {
    return "WHERE name = $1";
  }

  get limit() {
    return `LIMIT ${Number(this.page)}`;
  }

  get values() {
    return [this.name];
  }

  toString() {
    return `SELECT * FROM articles ${this.where}`;
  }
}

class Page {
  set number(number) {
    this.limit = `LIMIT 20 OFFSET ${Number(number)}`;
  }
}

app.get("/articles", async (req, res) => {
  const search = new Search(req.query.name, req.query.page);
  await pool.query("SELECT * FROM articles " + search.where, search.values);
  await pool.query("SELECT * FROM articles " + search.limit);
  const page = new Page();
  page.number = req.query.page;
  await pool.query("SELECT * FROM articles " + page.limit);
  await pool.query(`${search} ORDER BY name`, search.values);
  res.end();
});
