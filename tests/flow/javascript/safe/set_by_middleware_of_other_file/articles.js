const express = require("express");
const { Pool } = require("pg");

const pool = new Pool();
const router = express.Router();

router.get("/", async (req, res) => {
  await pool.query(`SELECT * FROM articles WHERE tenant = ${req.tenant}`);
  await pool.query(`SELECT * FROM ${res.locals.schema}.articles`);
  res.end();
});

module.exports = router;
