const express = require("express");
const fs = require("fs");

const app = express();
const ROOT = "/srv/files/";

app.get("/start", (req, res) => {
  const file = ROOT + req.query.name;
  if (!file.startsWith(ROOT)) {
    return res.sendStatus(404);
  }
  res.send(fs.readFileSync(file)); // expect: path-traversal
});

app.get("/dots", (req, res) => {
  const name = req.query.name;
  if (name.startsWith("..")) {
    return res.sendStatus(404);
  }
  res.send(fs.readFileSync(ROOT + name)); // expect: path-traversal
});
