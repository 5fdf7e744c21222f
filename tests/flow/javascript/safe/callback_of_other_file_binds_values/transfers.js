const express = require("express");
const { inTransaction } = require("./transaction");

const router = express.Router();

router.post("/transfers", async (req, res) => {
  await inTransaction((session) => session.query("INSERT INTO transfers (note) VALUES ($1)", [req.body.note]));
  res.sendStatus(204);
});

module.exports = router;
