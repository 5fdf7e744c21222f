const Koa = require('koa');
const Router = require('@koa/router');
const { Pool } = require('pg');
const pool = new Pool();
const router = new Router();

router.get('/u/:id', async (ctx) => {
  const { rows } = await pool.query('SELECT * FROM users WHERE id = ' + ctx.params.id); // expect: sql-injection
  ctx.body = rows;
});

new Koa().use(router.routes());
