const express = require("express");
const fs = require("fs");

const app = express();

app.get("/text", (req, res) => {
  const name = req.query.name.replace(/[^a-z0-9_-]/gi, "");
  res.send(fs.readFileSync(`texts/${name}`));
});

app.get("/flat", (req, res) => {
  const name = req.query.name.replace(/\//g, "_");
  res.send(fs.readFileSync(`flat/${name}`));
});

app.get("/all", (req, res) => {
  const name = req.query.name.replaceAll("/", "_");
  res.send(fs.readFileSync(`flat/${name}`));
});
