const express = require("express");
const { locate } = require("./storage");

const app = express();

app.get("/file", (req, res) => {
  res.sendFile(locate(req.query.name));
});
