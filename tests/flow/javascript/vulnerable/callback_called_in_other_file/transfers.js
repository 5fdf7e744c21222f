const express = require("express");
const { inTransaction } = require("./transaction");

const router = express.Router();

router.post("/transfers", async (req, res) => {
  await inTransaction(async (session) => {
    await session.query(`INSERT INTO transfers (note) VALUES ('${req.body.note}')`); // expect: sql-injection
  });
  res.sendStatus(204);
});

module.exports = router;
