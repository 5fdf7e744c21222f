const express = require('express');
const { Pool } = require('pg');
const app = express();

class People {
  constructor(pool) {
    this.pool = pool;
    this.list = this.list.bind(this);
  }

  async list(req, res) {
    res.json(await this.pool.query(`SELECT * FROM people WHERE name = '${req.query.name}'`)); // expect: sql-injection
  }
}

const people = new People(new Pool());
app.get('/people', people.list);
app.get('/all', people.list.bind(people));
