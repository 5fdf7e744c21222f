const express = require("express");
const fs = require("fs");
const path = require("path");
const app = express();
const hasDots = (name) => name.includes("..");
const hasSpaces = (name) => name.includes(" ");
function either(name, other) {
  if (name.includes("..")) return true;
  return false;
}
app.get("/a", (req, res) => {
  if (hasDots(req.query.name)) {
    console.warn("dots");
  }
  res.send(fs.readFileSync(path.join("files", req.query.name))); // expect: path-traversal
});
app.get("/b", (req, res) => {
  const { name } = req.query;
  if (hasSpaces(name)) return res.status(400).json({ error: "no" });
  res.send(fs.readFileSync(path.join("files", name))); // expect: path-traversal
});
app.get("/c", (req, res) => {
  const { name } = req.query;
  if (!hasDots(name)) return res.status(400).json({ error: "no" });
  res.send(fs.readFileSync(path.join("files", name))); // expect: path-traversal
});
app.get("/d", (req, res) => {
  const { name, other } = req.query;
  if (either(other, name)) return res.status(400).json({ error: "no" });
  res.send(fs.readFileSync(path.join("files", name))); // expect: path-traversal
});
