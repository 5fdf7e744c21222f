const express = require("express");
const fs = require("fs");
const path = require("path");

const app = express();

app.get("/file", (req, res) => {
  const name = path.normalize("/" + req.query.name);
  res.send(fs.readFileSync(path.join("/srv/files", name)));
});

app.get("/joined", (req, res) => {
  const name = path.posix.join("/", req.query.name);
  res.send(fs.readFileSync("/srv/files" + name));
});
