const express = require("express");
const fs = require("fs");
const path = require("path");
const app = express();

app.get("/slice", (req, res) => {
  const name = req.query.name.split("/").slice(-2).join("/");
  res.send(fs.readFileSync(path.join("files", name))); // expect: path-traversal
});
app.get("/first", (req, res) => {
  const name = req.query.name.split(".").at(-1);
  res.send(fs.readFileSync(path.join("files", name))); // expect: path-traversal
});
app.get("/index", (req, res) => {
  const name = req.query.name.slice(req.query.name.indexOf("/") + 1);
  res.send(fs.readFileSync(path.join("files", name))); // expect: path-traversal
});
app.get("/before", (req, res) => {
  const { name } = req.query;
  const folder = name.substring(0, name.lastIndexOf("/") + 1);
  res.send(fs.readdirSync(path.join("files", folder))); // expect: path-traversal
});
app.get("/other", (req, res) => {
  const { name, other } = req.query;
  const last = other.substring(name.lastIndexOf("/") + 1);
  res.send(fs.readFileSync(path.join("files", last))); // expect: path-traversal
});
app.get("/with", (req, res) => {
  const { name } = req.query;
  const last = name.substring(name.lastIndexOf("/"));
  res.send(fs.readFileSync("files" + last)); // expect: path-traversal
});
