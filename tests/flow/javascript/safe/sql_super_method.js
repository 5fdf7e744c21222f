const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

class Filter {
  clause(value) {
    return 'name = $1';
  }
}

class ActiveFilter extends Filter {
  clause(value) {
    return super.clause(value) + ' AND active';
  }
}

app.get('/people', async (req, res) => {
  const where = new ActiveFilter().clause(req.query.name);
  res.json(await pool.query('SELECT * FROM people WHERE ' + where, [req.query.name]));
});
