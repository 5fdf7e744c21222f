const express = require("express");
const path = require("path");

const app = express();
const ROOT = path.join(__dirname, "files");

app.get("/checked", (req, res) => {
  const file = path.resolve(ROOT, req.query.name);
  if (!file.startsWith(ROOT + path.sep)) {
    return res.sendStatus(404);
  }
  res.sendFile(file);
});

app.get("/unchecked", (req, res) => {
  res.sendFile(path.join(ROOT, req.query.name)); // expect: path-traversal
});
