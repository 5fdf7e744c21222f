const express = require("express");
const catalog = require("./services/catalog");

const app = express();

app.get("/books", (req, res) => {
  res.json(catalog.search(req.query.term));
});

module.exports = app;
