const express = require('express');
const { Pool } = require('pg');
const app = express();

class Repository {
  constructor() {
    this.pool = new Pool();
  }

  select(condition) {
    return this.pool.query('SELECT * FROM items WHERE ' + condition); // expect: sql-injection
  }
}

class Products extends Repository {
  named(name) {
    return this.select(`name = '${name}'`);
  }
}

const products = new Products();
app.get('/products', async (req, res) => res.json(await products.named(req.query.name)));
