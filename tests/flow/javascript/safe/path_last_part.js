const express = require("express");
const fs = require("fs");
const path = require("path");

const app = express();

app.get("/file", (req, res) => {
  res.sendFile(path.join(__dirname, "files", path.basename(req.query.name)));
});

app.get("/parsed", (req, res) => {
  const { base } = path.parse(req.query.name);
  res.send(fs.readFileSync(`files/${base}`));
});

app.get("/extension", (req, res) => {
  fs.unlinkSync(`files/latest${path.extname(req.query.name)}`);
  res.end();
});

app.get("/same", (req, res) => {
  const name = req.query.name;
  if (path.basename(name) !== name) {
    return res.sendStatus(400);
  }
  res.send(fs.readFileSync(`files/${name}`));
});
