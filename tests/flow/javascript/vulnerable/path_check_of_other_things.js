const express = require("express");
const fs = require("fs");
const path = require("path");

const app = express();
const ROOT = path.resolve("files");

app.get("/extension", (req, res) => {
  const file = path.join(ROOT, req.query.name);
  if (!file.endsWith(".txt")) {
    return res.sendStatus(404);
  }
  res.send(fs.readFileSync(file)); // expect: path-traversal
});

app.get("/exists", (req, res) => {
  const file = path.join(ROOT, req.query.name);
  if (fs.existsSync(file)) {
    res.send(fs.readFileSync(file)); // expect: path-traversal
  }
});

app.get("/folder", (req, res) => {
  const file = path.join(ROOT, req.query.name);
  if (!file.startsWith(req.query.folder)) {
    return res.sendStatus(404);
  }
  res.send(fs.readFileSync(file)); // expect: path-traversal
});

app.get("/branch", (req, res) => {
  const file = path.join(ROOT, req.query.name);
  if (file.startsWith(ROOT + path.sep)) {
    console.log("inside");
  }
  res.send(fs.readFileSync(file)); // expect: path-traversal
});

app.get("/outside", (req, res) => {
  const file = path.join(ROOT, req.query.name);
  if (!path.relative(ROOT, file).startsWith("..")) {
    return res.sendStatus(404);
  }
  res.send(fs.readFileSync(file)); // expect: path-traversal
});
