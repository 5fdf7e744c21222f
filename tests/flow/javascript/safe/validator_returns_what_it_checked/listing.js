const express = require("express");
const { Pool } = require("pg");
const { identifier } = require("./validation");

const pool = new Pool();
const router = express.Router();

router.get("/export", async (req, res) => {
  const { rows } = await pool.query(`SELECT ${identifier(req.query.column)} FROM data`);
  res.json(rows);
});

module.exports = router;
