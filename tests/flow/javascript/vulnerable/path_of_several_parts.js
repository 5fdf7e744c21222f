const express = require("express");
const fs = require("fs");
const path = require("path");

const app = express();

app.get("/joined", (req, res) => {
  const parts = req.query.name.split("/").filter(Boolean);
  res.send(fs.readFileSync(path.join("files", parts.join("/")))); // expect: path-traversal
});

app.get("/comma", (req, res) => {
  const name = req.query.name.split(",").pop();
  res.send(fs.readFileSync(path.join("files", name))); // expect: path-traversal
});

app.get("/other", (req, res) => {
  if (req.query.name.split("/").some((part) => part === "admin")) {
    return res.sendStatus(403);
  }
  res.send(fs.readFileSync(path.join("files", req.query.name))); // expect: path-traversal
});

app.get("/none", (req, res) => {
  if (!req.query.name.split("/").every((part) => part !== "admin")) {
    return res.sendStatus(403);
  }
  res.send(fs.readFileSync(path.join("files", req.query.name))); // expect: path-traversal
});
