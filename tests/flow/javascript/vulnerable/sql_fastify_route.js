const fastify = require('fastify')();
const { Pool } = require('pg');
const pool = new Pool();

fastify.get('/search', async (request, reply) => {
  const { q } = request.query;
  const { rows } = await pool.query(`SELECT * FROM pages WHERE title ILIKE '%${q}%'`); // expect: sql-injection
  return rows;
});
