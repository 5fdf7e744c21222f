const express = require("express");
const fs = require("fs");

const app = express();

app.get("/first", (req, res) => {
  const parts = String(req.query.path).split("/");
  const folder = parts.shift();
  res.send(fs.readFileSync("files/" + folder + "/index.html")); // expect: path-traversal
});

app.get("/known", (req, res) => {
  const folders = ["public", req.query.folder];
  const folder = folders.reverse()[0];
  res.send(fs.readFileSync("files/" + folder + "/index.html")); // expect: path-traversal
});
