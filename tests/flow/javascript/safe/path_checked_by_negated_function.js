const express = require("express");
const fs = require("fs");
const path = require("path");
const app = express();

function containsDotDot(value) {
  if (!value.includes("..")) {
    return false;
  }
  for (const part of value.split(/[/\\]/)) {
    if (part === "..") return true;
  }
  return false;
}
const hasTraversal = (name) => name.includes("..") || path.isAbsolute(name);
const hasDots = (name) => /(^|[\\/])\.\.([\\/]|$)/.test(name);
function isUnsafe(name) {
  if (name.includes("..")) return true;
  if (name.includes("/")) return true;
  return false;
}
function isUnsafeBlock(name) {
  if (name.includes("..")) {
    return true;
  }
  return name.startsWith("/");
}

app.get("/a", (req, res) => {
  if (hasTraversal(req.query.name)) {
    return res.status(400).end();
  }
  res.send(fs.readFileSync(path.join("files", req.query.name)));
});
app.get("/b", (req, res) => {
  const { name } = req.query;
  if (hasDots(name)) return res.status(400).json({ error: "no" });
  res.send(fs.readFileSync(path.join("files", name)));
});
app.get("/c", (req, res) => {
  const name = req.params.name;
  if (isUnsafe(name)) {
    res.status(400).end();
    return;
  }
  res.send(fs.readFileSync(path.join("files", name)));
});
app.get("/d", (req, res) => {
  const name = req.params.name;
  if (!name || isUnsafeBlock(name)) {
    return res.status(400).end();
  }
  res.send(fs.readFileSync(path.join("files", name)));
});
app.get("/e", (req, res) => {
  const name = req.params.name;
  if (containsDotDot(name)) {
    return res.status(400).end();
  }
  res.send(fs.readFileSync(path.join("files", name)));
});
