import express from "express";
import { readFile } from "node:fs/promises";
import { promises as files } from "fs";
import path from "node:path";

const app = express();

app.get("/file/:name", async (req, res) => {
  res.send(await readFile(path.resolve("files", req.params.name))); // expect: path-traversal
});

app.delete("/file/:name", async (req, res) => {
  await files.unlink(`files/${req.params.name}`); // expect: path-traversal
  res.end();
});
