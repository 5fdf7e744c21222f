const { knex } = require('knex');
const Sequelize = require('sequelize');
const express = require('express');

const shop = knex({ client: 'pg' });
const store = new Sequelize(process.env.DATABASE_URL);
const app = express();

app.get('/items', async (req, res) => {
  const found = await shop.raw("SELECT * FROM items WHERE name = '" + req.query.name + "'"); // expect: sql-injection
  const more = await store.query("SELECT * FROM items WHERE name = '" + req.query.name + "'"); // expect: sql-injection
  const sorted = await store.models.Item.findAll({ order: Sequelize.literal(req.query.order) }); // expect: sql-injection
  res.json([found, more, sorted]);
});
