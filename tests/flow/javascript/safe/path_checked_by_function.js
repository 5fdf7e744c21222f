const express = require("express");
const fs = require("fs");
const path = require("path");

const app = express();
const ROOT = path.resolve("files");

function inside(name) {
  const full = path.resolve(ROOT, name);
  if (!full.startsWith(ROOT + path.sep)) {
    throw new Error("outside of the folder");
  }
  return full;
}

function isInside(full) {
  return path.resolve(full).startsWith(ROOT + path.sep);
}

app.get("/file", (req, res) => {
  res.send(fs.readFileSync(inside(req.query.name)));
});

app.get("/other", (req, res) => {
  const file = path.join(ROOT, req.query.name);
  if (!isInside(file)) {
    return res.sendStatus(404);
  }
  res.send(fs.readFileSync(file));
});
