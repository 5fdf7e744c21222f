const express = require("express");
const Koa = require("koa");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();

function tenant(req, res, next) {
  req.tenant = req.headers["x-tenant"];
  next();
}

app.use(tenant);

app.use((req, res, next) => {
  res.locals.name = req.query.name;
  next();
});

app.get("/articles", async (req, res) => {
  await pool.query(`SELECT * FROM articles WHERE name = '${res.locals.name}'`); // expect: sql-injection
  await pool.query(`SELECT * FROM articles WHERE tenant = '${req.tenant}'`); // expect: sql-injection
  res.end();
});

app.get("/orders", orders);

async function orders(req, res) {
  await pool.query(`SELECT * FROM orders WHERE tenant = '${req.tenant}'`); // expect: sql-injection
  res.end();
}

const koa = new Koa();

koa.use(async (ctx, next) => {
  ctx.state.place = ctx.query.place;
  await next();
});

koa.use(async (ctx) => {
  ctx.body = await pool.query(`SELECT * FROM articles WHERE place = '${ctx.state.place}'`); // expect: sql-injection
});
