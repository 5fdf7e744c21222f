const Koa = require('koa');
const { Pool } = require('pg');

const service = new Koa();
const pool = new Pool();

service.use(async (context) => {
  if (!/^[a-z]+$/.test(context.query.sort)) {
    context.throw(400, 'unknown column');
  }
  const { rows } = await pool.query('SELECT * FROM items ORDER BY ' + context.query.sort);
  context.body = rows;
});
