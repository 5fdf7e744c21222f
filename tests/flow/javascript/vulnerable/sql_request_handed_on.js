const express = require("express");
const { Pool } = require("pg");
const app = express();
const pool = new Pool();

async function load(req) {
  return pool.query(`SELECT * FROM users WHERE name = '${req.query.name}'`); // expect: sql-injection
}
class Loader {
  constructor(req) {
    this.req = req;
  }
  load() {
    return pool.query(`SELECT * FROM users WHERE name = '${this.req.params.name}'`); // expect: sql-injection
  }
}
class Service {
  find(request) {
    const { name } = request.body;
    return pool.query(`SELECT * FROM users WHERE name = '${name}'`); // expect: sql-injection
  }
}
function sortOf(request) {
  return request.query.sort || "id";
}
const service = new Service();
app.get("/a", async (req, res) => {
  res.json(await load(req));
});
app.get("/b", async (req, res) => {
  const loader = new Loader(req);
  res.json(await loader.load());
});
app.get("/c", async (req, res) => {
  res.json(await service.find(req));
});
app.get("/d", async (req, res) => {
  res.json(await pool.query(`SELECT * FROM users ORDER BY ${sortOf(req)}`)); // expect: sql-injection
});
