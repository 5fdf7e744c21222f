const express = require("express");
const fs = require("fs");
const path = require("path");

const app = express();

function load(folder, name) {
  return fs.readFileSync(path.join(folder, name), "utf8"); // expect: path-traversal
}

app.get("/page/:name", (req, res) => {
  res.send(load("/srv/pages", req.params.name));
});
