const express = require("express");

const app = express();

app.get("/import", async (req, res) => {
  const answer = await fetch(req.query.url); // expect: ssrf
  res.json(await answer.json());
});
