const express = require("express");
const fs = require("node:fs/promises");
const path = require("node:path");

const app = express();
const ROOT = "/srv/files";

app.get("/file", async (req, res) => {
  const real = await fs.realpath(path.join(ROOT, req.query.name));
  if (!real.startsWith(`${ROOT}${path.sep}`)) {
    return res.sendStatus(404);
  }
  res.send(await fs.readFile(real));
});
