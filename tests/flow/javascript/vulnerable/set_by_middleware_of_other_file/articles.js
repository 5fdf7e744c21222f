const express = require("express");
const { Pool } = require("pg");

const pool = new Pool();
const router = express.Router();

router.get("/", async (req, res) => {
  await pool.query(`SELECT * FROM articles WHERE tenant = '${req.tenant}'`); // expect: sql-injection from tenant.js
  await pool.query(`SELECT * FROM articles WHERE name = '${res.locals.name}'`); // expect: sql-injection from tenant.js
  res.end();
});

module.exports = router;
