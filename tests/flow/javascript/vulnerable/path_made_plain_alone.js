const express = require("express");
const fs = require("fs");
const path = require("path");

const app = express();

app.get("/normal", (req, res) => {
  const file = path.normalize("/srv/files/" + req.query.name);
  res.send(fs.readFileSync(file)); // expect: path-traversal
});

app.get("/relative", (req, res) => {
  const name = path.normalize(req.query.name);
  res.send(fs.readFileSync(path.join("/srv/files", name))); // expect: path-traversal
});
