const express = require("express");
const { Pool } = require("pg");
const { isColumn } = require("./checks");

const pool = new Pool();
const router = express.Router();

router.get("/files", async (req, res) => {
  const column = req.query.sort;
  if (!isColumn(column)) {
    return res.sendStatus(400);
  }
  const { rows } = await pool.query(`SELECT * FROM files ORDER BY ${column}`);
  return res.json(rows);
});

module.exports = router;
