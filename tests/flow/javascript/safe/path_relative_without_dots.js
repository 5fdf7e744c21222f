const express = require("express");
const fs = require("fs");
const path = require("path");

const app = express();
const ROOT = path.resolve("files");

app.get("/file", (req, res) => {
  const full = path.resolve(ROOT, req.query.name);
  const relative = path.relative(ROOT, full);
  if (relative.startsWith("..") || path.isAbsolute(relative)) {
    return res.sendStatus(404);
  }
  res.send(fs.readFileSync(full));
});

app.get("/inverted", (req, res) => {
  const full = path.resolve(ROOT, req.query.name);
  const relative = path.relative(ROOT, full);
  const isInside = relative && !relative.startsWith("..") && !path.isAbsolute(relative);
  if (isInside) {
    res.send(fs.readFileSync(full));
  }
});

app.get("/root", (req, res) => {
  const full = path.resolve(ROOT, req.query.name);
  const relative = path.relative(ROOT, full);
  if (relative !== "" && (relative.startsWith("..") || path.isAbsolute(relative))) {
    return res.sendStatus(404);
  }
  res.send(fs.readdirSync(full));
});
