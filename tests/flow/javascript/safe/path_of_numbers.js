const express = require("express");
const fs = require("fs");

const app = express();

app.get("/invoices/:number", (req, res) => {
  const number = parseInt(req.params.number, 10);
  res.send(fs.readFileSync(`invoices/${number}.pdf`));
});

app.get("/logs/:day", (req, res) => {
  const { day } = req.params;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) {
    return res.sendStatus(400);
  }
  res.send(fs.readFileSync(`logs/${day}.log`));
});
