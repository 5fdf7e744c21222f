const express = require("express");
const fs = require("fs");
const path = require("path");
const app = express();

app.get("/pop", (req, res) => {
  const name = req.query.name.split("/").pop();
  res.send(fs.readFileSync(path.join("files", name)));
});
app.get("/at", (req, res) => {
  const name = req.query.name.split("/").at(-1);
  res.send(fs.readFileSync(path.join("files", name)));
});
app.get("/regex", (req, res) => {
  const name = req.query.name.split(/[\\/]/).pop();
  res.send(fs.readFileSync(path.join("files", name)));
});
app.get("/last", (req, res) => {
  const parts = req.query.name.split("/");
  const name = parts[parts.length - 1];
  res.send(fs.readFileSync(path.join("files", name)));
});
app.get("/popped", (req, res) => {
  const parts = req.query.name.split("/");
  const name = parts.pop();
  res.send(fs.readFileSync(path.join("files", name)));
});
app.get("/opt", (req, res) => {
  const name = req.query.name?.split("/").pop() ?? "index.html";
  res.send(fs.readFileSync(`files/${name}`));
});
