const express = require("express");
const fs = require("fs-extra");
const path = require("path");

const app = express();

app.delete("/projects/:project", async (req, res) => {
  await fs.remove(path.join("/srv/projects", req.params.project)); // expect: path-traversal
  res.end();
});
