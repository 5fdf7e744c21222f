const express = require("express");
const fs = require("fs");
const path = require("path");

const app = express();

app.get("/some", (req, res) => {
  if (req.query.name.split("/").some((part) => part === ".." || part === ".")) {
    return res.sendStatus(400);
  }
  res.send(fs.readFileSync(path.join("files", req.query.name)));
});

app.get("/every", (req, res) => {
  const { name } = req.query;
  if (!name.split("/").every((part) => part !== ".." && part !== "")) {
    return res.sendStatus(400);
  }
  res.send(fs.readFileSync(path.join("files", name)));
});

app.get("/kept", (req, res) => {
  const { name } = req.query;
  const climbs = name.includes("..");
  if (climbs) {
    return res.sendStatus(400);
  }
  res.send(fs.readFileSync(path.join("files", name)));
});
