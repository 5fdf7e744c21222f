const express = require("express");
const path = require("path");

const app = express();

app.get("/file/:name", (req, res) => {
  res.sendFile(path.join(__dirname, "files", req.params.name)); // expect: path-traversal
});

app.get("/download", (req, res) => {
  res.download("files/" + req.query.name, "file.txt"); // expect: path-traversal
});

app.get("/options/:name", (req, res, next) => {
  const file = path.resolve("files", req.params.name);
  res.sendFile(file, { maxAge: "1d" }, (error) => next(error)); // expect: path-traversal
});
