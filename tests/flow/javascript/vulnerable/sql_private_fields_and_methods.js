const express = require("express");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();

class Query {
  #table;
  #conditions = [];
  #order = null;

  constructor(table) {
    this.#table = table;
  }

  where(condition) {
    this.#conditions.push(condition);
    return this;
  }

  orderBy(order) {
    this.#order = order;
    return this;
  }

  #tail() {
    return this.#order ? ` ORDER BY ${this.#order}` : "";
  }

  get text() {
    return `SELECT * FROM ${this.#table} WHERE ${this.#conditions.join(" AND ")}${this.#tail()}`;
  }
}

app.get("/users", async (req, res) => {
  const query = new Query("users").where(`name = '${req.query.name}'`);
  await pool.query(query.text); // expect: sql-injection
  const ordered = new Query("users").where("active").orderBy(req.query.order);
  await pool.query(ordered.text); // expect: sql-injection
  res.end();
});
