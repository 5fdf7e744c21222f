const express = require("express");
const fs = require("fs");
const path = require("path");

const app = express();

app.get("/file", (req, res) => {
  const file = path.join(__dirname, "files", req.query.name);
  fs.readFile(file, (error, data) => res.send(data)); // expect: path-traversal
});

app.get("/sync", (req, res) => {
  res.send(fs.readFileSync("./files/" + req.query.name, "utf8")); // expect: path-traversal
});
