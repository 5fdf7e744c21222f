const express = require("express");
const path = require("path");

const app = express();

app.get("/file/:name", (req, res) => {
  res.sendFile(req.params.name, { root: path.join(__dirname, "files") });
});

app.get("/options/:name", (req, res, next) => {
  const options = { root: "/srv/files", dotfiles: "deny" };
  res.sendFile(req.params.name, options, (error) => next(error));
});

app.get("/download/:name", (req, res) => {
  res.download(req.params.name, "file.txt", { root: "/srv/files" });
});

app.get("/settings/:name", (req, res) => {
  res.sendFile(req.params.name, app.get("file options"));
});
