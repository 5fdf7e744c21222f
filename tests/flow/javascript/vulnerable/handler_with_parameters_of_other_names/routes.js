const express = require("express");
const { find } = require("./find");

const router = express.Router();
router.get("/reports", find);

module.exports = router;
