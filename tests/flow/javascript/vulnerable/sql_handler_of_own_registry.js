const express = require("express");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();

class Actions {
  on(name, handle) {
    app.post(`/actions/${name}`, async (req, res) => {
      res.json(await handle(req.body.value));
    });
  }
}

const actions = new Actions();

actions.on("find", async (value) => {
  return pool.query(`SELECT * FROM users WHERE name = '${value}'`); // expect: sql-injection
});
