const express = require("express");
const { Loader } = require("./loader");
const users = require("./users");
const { sortOf } = require("./params");
const pool = require("./pool");
const app = express();
app.get("/a", async (req, res) => {
  const loader = new Loader(req);
  res.json(await loader.load());
});
app.get("/b", async (req, res) => {
  res.json(await users.find(req));
});
app.get("/c", async (req, res) => {
  res.json(await pool.query(`SELECT * FROM users ORDER BY ${sortOf(req)}`)); // expect: sql-injection
});
app.get("/d", async (request, response) => {
  response.json(await new Loader(request).named("x"));
});
