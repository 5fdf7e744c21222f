const express = require("express");
const db = require("./db");

const router = express.Router();

router.get("/rooms", async (req, res) => {
  const { rows } = await db.query("SELECT * FROM rooms WHERE floor = " + req.query.floor); // expect: sql-injection
  res.json(rows);
});

module.exports = router;
