const express = require("express");
const { keys } = require("./keys");

const app = express();

app.use((req, res, next) => {
  res.setHeader("Access-Control-Allow-Origin", "*"); // expect: permissive-headers
  next();
});

app.get("/.well-known/jwks.json", async (req, res) => {
  res.json(await keys());
});

app.get("/orders", async (req, res) => {
  res.set("Access-Control-Allow-Origin", "*"); // expect: permissive-headers
  res.json(await req.app.locals.orders.all());
});
