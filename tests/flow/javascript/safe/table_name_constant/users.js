const express = require("express");
const { Pool } = require("pg");
const { LIMIT, USERS } = require("./tables");
const tables = require("./tables");

const pool = new Pool();
const router = express.Router();

router.get("/users", async (req, res) => {
  const { rows } = await pool.query(`SELECT * FROM ${USERS} WHERE id = $1 LIMIT ${LIMIT}`, [req.query.id]);
  await pool.query("SELECT count(*) FROM " + tables.USERS);
  res.json(rows);
});

module.exports = router;
