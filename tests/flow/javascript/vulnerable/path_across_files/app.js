const express = require("express");
const { read } = require("./storage");

const app = express();

app.get("/file", (req, res) => {
  res.send(read(req.query.name));
});
