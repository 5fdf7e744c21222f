const express = require("express");
const fs = require("fs");

const app = express();

app.post("/notes", (req, res) => {
  const { name, text } = req.body;
  fs.writeFileSync(`/srv/notes/${name}.md`, text); // expect: path-traversal
  res.end();
});

app.post("/copy", (req, res) => {
  fs.copyFileSync("template.html", "/srv/pages/" + req.body.name); // expect: path-traversal
  res.end();
});
