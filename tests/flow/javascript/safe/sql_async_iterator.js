const express = require("express");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();

class Tables {
  constructor(owner) {
    this.owner = owner;
  }

  *[Symbol.iterator]() {
    yield "users";
    yield "orders";
  }
}

async function* numbers(ids) {
  for await (const id of ids) {
    yield Number(id);
  }
}

app.post("/users", async (req, res) => {
  for (const table of new Tables(req.body.owner)) {
    await pool.query(`SELECT * FROM ${table} WHERE owner = $1`, [req.body.owner]);
  }
  for await (const id of numbers(req.body.ids)) {
    await pool.query(`SELECT * FROM users WHERE id = ${id}`);
  }
  res.end();
});
