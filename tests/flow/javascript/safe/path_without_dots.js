const express = require("express");
const fs = require("fs");
const path = require("path");

const app = express();

app.get("/file", (req, res) => {
  const name = req.query.name;
  if (name.includes("..")) {
    return res.sendStatus(400);
  }
  res.send(fs.readFileSync(path.join("/srv/files", name)));
});

app.get("/clean", (req, res) => {
  const name = path.normalize(req.query.name);
  if (name.startsWith("..")) {
    return res.sendStatus(400);
  }
  res.send(fs.readFileSync(path.join("/srv/files", name)));
});

app.get("/found", (req, res) => {
  const name = req.query.name;
  if (name.indexOf("..") !== -1) {
    return res.sendStatus(400);
  }
  res.send(fs.readFileSync(path.join("/srv/files", name)));
});

app.get("/parts", (req, res) => {
  const name = req.query.name;
  if (name.split("/").includes("..")) {
    return res.sendStatus(400);
  }
  res.send(fs.readFileSync(path.join("/srv/files", name)));
});

app.get("/stripped", (req, res) => {
  const name = path.normalize(req.query.name).replace(/^(\.\.(\/|\\|$))+/, "");
  res.send(fs.readFileSync(path.join("/srv/files", name)));
});

app.get("/matched", (req, res) => {
  const name = req.query.name;
  if (/\.\./.test(name)) {
    return res.sendStatus(400);
  }
  res.send(fs.readFileSync(path.join("/srv/files", name)));
});
