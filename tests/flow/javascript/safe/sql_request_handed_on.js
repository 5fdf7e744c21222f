const express = require("express");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();

function log(request) {
  return pool.query(`INSERT INTO visits (method, address) VALUES ('${request.method}', '${request.ip}')`);
}

function pageOf(request) {
  return Number(request.query.page) || 1;
}

class Loader {
  constructor(request) {
    this.request = request;
  }

  load() {
    return pool.query("SELECT * FROM users WHERE name = $1", [this.request.params.name]);
  }

  page() {
    return pool.query(`SELECT * FROM users LIMIT 10 OFFSET ${pageOf(this.request)}`);
  }
}

app.get("/users/:name", async (req, res) => {
  await log(req);
  res.json(await new Loader(req).load());
});

app.get("/users", async (req, res) => {
  res.json(await new Loader(req).page());
});

module.exports = app;
