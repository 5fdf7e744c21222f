const express = require("express");
const fs = require("fs");

const app = express();

app.get("/text", (req, res) => {
  const name = req.query.name.replace(/[^a-z0-9_./-]/gi, "");
  res.send(fs.readFileSync(`texts/${name}`)); // expect: path-traversal
});

app.get("/dots", (req, res) => {
  const name = req.query.name.replace(/\.\.\//g, "");
  res.send(fs.readFileSync(`texts/${name}`)); // expect: path-traversal
});

app.get("/first", (req, res) => {
  const name = req.query.name.replace("/", "_");
  res.send(fs.readFileSync(`texts/${name}`)); // expect: path-traversal
});

app.get("/all", (req, res) => {
  const name = req.query.name.replaceAll("../", "");
  res.send(fs.readFileSync(`texts/${name}`)); // expect: path-traversal
});
