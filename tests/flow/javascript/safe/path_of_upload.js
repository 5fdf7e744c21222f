const express = require("express");
const fs = require("fs");
const multer = require("multer");
const sanitize = require("sanitize-filename");

const app = express();
const upload = multer({ dest: "uploads/" });

app.post("/upload", upload.single("file"), (req, res) => {
  fs.renameSync(req.file.path, `uploads/${req.file.originalname}`);
  res.end();
});

app.post("/named", (req, res) => {
  fs.writeFileSync(`notes/${sanitize(req.body.name)}`, req.body.text);
  fs.writeFileSync(`cache/${encodeURIComponent(req.body.url)}`, req.body.text);
  res.end();
});
