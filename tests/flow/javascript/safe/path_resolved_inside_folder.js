const express = require("express");
const fs = require("fs");
const path = require("path");

const app = express();
const ROOT = path.resolve("files");

app.get("/file", (req, res) => {
  const full = path.resolve(ROOT, req.query.name);
  if (!full.startsWith(ROOT + path.sep)) {
    return res.sendStatus(404);
  }
  fs.createReadStream(full).pipe(res);
});

app.delete("/file", (req, res) => {
  const full = path.join(ROOT, req.query.name);
  if (full.startsWith(ROOT + path.sep)) {
    fs.unlinkSync(full);
  }
  res.end();
});

app.get("/normal", (req, res) => {
  const name = req.query.name;
  const full = path.normalize(`${ROOT}/${name}`);
  if (full.indexOf(ROOT) !== 0) {
    return res.sendStatus(403);
  }
  res.send(fs.readFileSync(path.join(ROOT, name)));
});
