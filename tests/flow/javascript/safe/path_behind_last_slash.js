const express = require("express");
const fs = require("fs");
const path = require("path");
const app = express();

app.get("/slice", (req, res) => {
  const name = req.query.name.split("/").slice(-1)[0];
  res.send(fs.readFileSync(path.join("files", name)));
});
app.get("/taken", (req, res) => {
  const [name] = req.query.name.split("/").slice(-1);
  res.send(fs.readFileSync(path.join("files", name)));
});
app.get("/at", (req, res) => {
  const name = req.query.name.split("/").at(-1);
  res.send(fs.readFileSync(path.join("files", name)));
});
app.get("/index", (req, res) => {
  const name = req.query.name.slice(req.query.name.lastIndexOf("/") + 1);
  res.send(fs.readFileSync(path.join("files", name)));
});
app.get("/substring", (req, res) => {
  const { name } = req.query;
  const last = name.substring(name.lastIndexOf("/") + 1);
  res.send(fs.readFileSync(path.join("files", last)));
});
app.get("/position", (req, res) => {
  const { name } = req.query;
  const slash = name.lastIndexOf("/");
  const last = name.substring(slash + 1);
  res.send(fs.readFileSync(path.join("files", last)));
});
