const express = require('express');
const { pool } = require('./pool');
const router = express.Router();

function run(table, where) {
  return pool.query(`SELECT * FROM ${table} WHERE ${where}`); // expect: sql-injection
}

router.get('/', async (req, res) => {
  res.json(await run('users', `id = ${req.query.id}`));
});

module.exports = router;
