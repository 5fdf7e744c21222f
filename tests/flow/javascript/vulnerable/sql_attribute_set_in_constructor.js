const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

class Search {
  constructor(term) {
    this.term = term;
  }

  run() {
    return pool.query(`SELECT id FROM pages WHERE title LIKE '%${this.term}%'`); // expect: sql-injection
  }
}

app.get('/search', async (req, res) => res.json(await new Search(req.query.term).run()));
