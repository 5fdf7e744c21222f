const express = require("express");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();

class Query {
  #table;
  #conditions = [];
  #values = [];

  constructor(table) {
    this.#table = table;
  }

  where(condition, value) {
    this.#conditions.push(condition);
    this.#values.push(value);
    return this;
  }

  get text() {
    return `SELECT * FROM ${this.#table} WHERE ${this.#conditions.join(" AND ")}`;
  }

  get values() {
    return this.#values;
  }
}

app.get("/users", async (req, res) => {
  const query = new Query("users").where("name = $1", req.query.name);
  await pool.query(query.text, query.values);
  res.end();
});
