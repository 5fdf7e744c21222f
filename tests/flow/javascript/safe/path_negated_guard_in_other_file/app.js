import express from "express";
import fs from "node:fs/promises";
import path from "node:path";
import { containsDotDot, isSafe } from "./paths.js";
import * as paths from "./paths.js";
const app = express();
app.get("/a", async (req, res) => {
  const p = req.query.p;
  if (containsDotDot(p)) return res.status(400).send("bad");
  res.send(await fs.readFile(path.join("files", p)));
});
app.get("/b", async (req, res) => {
  const p = req.query.p;
  if (!isSafe(p)) return res.status(400).send("bad");
  res.send(await fs.readFile(path.join("files", p)));
});
app.get("/c", async (req, res) => {
  const p = req.query.p;
  if (paths.containsDotDot(p)) {
    throw new Error("bad");
  }
  res.send(await fs.readFile(path.join("files", p)));
});
