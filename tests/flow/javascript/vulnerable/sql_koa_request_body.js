const Koa = require('koa');
const Router = require('@koa/router');
const { Pool } = require('pg');

const service = new Koa();
const items = new Router();
const pool = new Pool();

service.use(async (context, next) => {
  await pool.query("INSERT INTO visits (path) VALUES ('" + context.path + "')"); // expect: sql-injection
  await next();
});

items.post('/', async (context) => {
  await pool.query("INSERT INTO items (name) VALUES ('" + context.request.body.name + "')"); // expect: sql-injection
  context.status = 201;
});

service.use(items.routes());
