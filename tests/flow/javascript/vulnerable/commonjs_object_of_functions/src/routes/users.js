const express = require("express");
const users = require("../db/users");

const router = express.Router();

router.get("/users", async (req, res) => {
  res.json(await users.findByEmail(req.query.email));
});

module.exports = router;
