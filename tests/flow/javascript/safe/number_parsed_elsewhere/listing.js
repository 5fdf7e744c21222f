const express = require("express");
const { Pool } = require("pg");
const { page, toNumber } = require("./params");

const pool = new Pool();
const router = express.Router();

router.get("/files", async (req, res) => {
  const limit = toNumber(req.query.limit);
  const { rows } = await pool.query(`SELECT * FROM files LIMIT ${limit} OFFSET ${page(req) * 20}`);
  res.json(rows);
});

module.exports = router;
