const express = require("express");
const { Pool } = require("pg");
const { requireColumn } = require("./validation");

const pool = new Pool();
const router = express.Router();

router.get("/files", async (req, res) => {
  const column = req.query.sort;
  requireColumn(column);
  const { rows } = await pool.query(`SELECT id FROM files ORDER BY ${column}`);
  res.json(rows);
});

module.exports = router;
