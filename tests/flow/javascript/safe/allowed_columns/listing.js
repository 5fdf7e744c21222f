const express = require("express");
const { Pool } = require("pg");
const { ORDERS, SORTABLE } = require("./columns");

const pool = new Pool();
const router = express.Router();

router.get("/files", async (req, res) => {
  const column = req.query.sort;
  if (!SORTABLE.includes(column)) {
    return res.sendStatus(400);
  }
  const direction = ORDERS[req.query.direction] || "ASC";
  const { rows } = await pool.query(`SELECT * FROM files ORDER BY ${column} ${direction}`);
  return res.json(rows);
});

module.exports = router;
