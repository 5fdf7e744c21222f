const express = require("express");
const fs = require("fs");

const app = express();
const PAGES = ["about", "terms"];
const FILES = { manual: "manual.pdf", prices: "prices.pdf" };

app.get("/page/:name", (req, res) => {
  if (!PAGES.includes(req.params.name)) {
    return res.sendStatus(404);
  }
  res.send(fs.readFileSync(`pages/${req.params.name}.html`));
});

app.get("/file/:name", (req, res) => {
  const file = FILES[req.params.name];
  res.send(fs.readFileSync(`files/${file}`));
});
