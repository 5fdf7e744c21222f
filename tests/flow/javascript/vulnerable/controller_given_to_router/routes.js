const express = require("express");
const members = require("./controllers/members");

const router = express.Router();
router.get("/members", members.list);

module.exports = router;
