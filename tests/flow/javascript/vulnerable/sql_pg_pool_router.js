const express = require('express');
const { Pool } = require('pg');

const router = express.Router();
const pool = new Pool();

router.get('/users', async (req, res) => {
  const { name, sort } = req.query;
  const result = await pool.query(`SELECT * FROM users WHERE name = '${name}' ORDER BY ${sort}`); // expect: sql-injection
  res.json(result.rows);
});

module.exports = router;
