const { Pool } = require('pg');

const pool = new Pool();

module.exports = (app) => {
  app.get('/items', async (request, response) => {
    const { rows } = await pool.query("SELECT * FROM items WHERE name = '" + request.query.name + "'"); // expect: sql-injection
    response.json(rows);
  });
};
