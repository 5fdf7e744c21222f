const express = require("express");
const store = require("./db");

const router = express.Router();

router.get("/rooms", async (req, res) => {
  const { rows } = await store.query(`SELECT * FROM rooms WHERE floor = ${req.query.floor}`); // expect: sql-injection
  res.json(rows);
});

module.exports = router;
