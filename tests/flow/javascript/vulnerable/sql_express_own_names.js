const express = require('express');
const { Pool } = require('pg');

const shop = express();
const orders = express.Router();
const pool = new Pool();

shop.get('/items', async (request, response) => {
  const { rows } = await pool.query("SELECT * FROM items WHERE name = '" + request.query.name + "'"); // expect: sql-injection
  response.json(rows);
});

shop.route('/items/:id').get(async (request, response) => {
  const { rows } = await pool.query('SELECT * FROM items WHERE id = ' + request.params.id); // expect: sql-injection
  response.json(rows);
});

orders.post('/', async (request, response) => {
  await pool.query("INSERT INTO orders (item) VALUES ('" + request.body.item + "')"); // expect: sql-injection
  response.sendStatus(201);
});

module.exports = shop.use('/orders', orders);
