require('koa');
const { Pool } = require('pg');

const pool = new Pool();

exports.show = async (ctx) => {
  const { rows } = await pool.query('SELECT * FROM items WHERE id = ' + ctx.params.id); // expect: sql-injection
  ctx.body = rows;
};
