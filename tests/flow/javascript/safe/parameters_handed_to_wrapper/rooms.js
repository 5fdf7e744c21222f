const express = require("express");
const db = require("./db");

const router = express.Router();

router.get("/rooms", async (req, res) => {
  const { rows } = await db.query("SELECT * FROM rooms WHERE floor = $1", [req.query.floor]);
  res.json(rows);
});

module.exports = router;
