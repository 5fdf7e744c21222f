const express = require("express");
const fs = require("fs");
const path = require("path");

const app = express();
const ROOT = path.resolve("files");

app.get("/file", (req, res) => {
  const file = path.join(ROOT, req.query.name);
  if (path.dirname(file) !== ROOT) {
    return res.sendStatus(404);
  }
  res.send(fs.readFileSync(file));
});

app.get("/one", (req, res) => {
  const file = path.join(ROOT, req.query.name);
  if (![ROOT, "/srv/files"].some((folder) => file.startsWith(folder + path.sep))) {
    return res.sendStatus(404);
  }
  res.send(fs.readFileSync(file));
});

app.get("/somewhere", (req, res) => {
  const file = path.join(ROOT, req.query.name);
  if (file.indexOf(ROOT + path.sep) === -1) {
    return res.sendStatus(404);
  }
  res.send(fs.readFileSync(file));
});
