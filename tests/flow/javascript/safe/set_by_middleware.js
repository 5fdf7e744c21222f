const express = require("express");
const jwt = require("jsonwebtoken");
const { Pool } = require("pg");
const { findAccount } = require("./accounts");

const app = express();
const pool = new Pool();
const TENANTS = ["north", "south"];

function tenant(req, res, next) {
  const name = req.headers["x-tenant"];
  if (!TENANTS.includes(name)) {
    return res.sendStatus(404);
  }
  req.tenant = name;
  next();
}

app.use(tenant);

app.use((req, res, next) => {
  res.locals.page = Number(req.query.page);
  res.locals.title = req.query.title;
  next();
});

app.use(async (req, res, next) => {
  req.user = jwt.verify(req.cookies.token, process.env.JWT_KEY, { algorithms: ["HS256"] });
  req.account = await findAccount(req.cookies.session);
  next();
});

app.get("/me", async (req, res) => {
  await pool.query(`SELECT * FROM users WHERE id = ${req.user.id} AND account = ${req.account.id}`);
  res.end();
});

app.get("/articles", async (req, res) => {
  await pool.query(`SELECT * FROM articles_${req.tenant} LIMIT 20 OFFSET ${res.locals.page}`);
  await pool.query("SELECT * FROM articles WHERE title = $1", [res.locals.title]);
  res.end();
});

app.get("/orders", async (req, res) => {
  req.filter = req.query.filter;
  await pool.query("SELECT * FROM orders WHERE name = $1", [req.filter]);
  res.end();
});

app.get("/places", async (req, res) => {
  await pool.query(`SELECT * FROM places ${req.filter ? "WHERE name IS NULL" : ""}`);
  res.end();
});
