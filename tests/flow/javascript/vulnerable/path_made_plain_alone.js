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

app.get("/real", (req, res) => {
  const file = fs.realpathSync("/srv/files/" + req.query.name);
  res.send(fs.readFileSync(file)); // expect: path-traversal
});

app.get("/posix", (req, res) => {
  const file = path.posix.resolve("/srv/files", req.query.name);
  res.send(fs.readFileSync(file)); // expect: path-traversal
});

app.get("/folder", (req, res) => {
  const { dir } = path.parse(req.query.name);
  res.send(fs.readFileSync(path.join("/srv/files", dir, "index.html"))); // expect: path-traversal
});
