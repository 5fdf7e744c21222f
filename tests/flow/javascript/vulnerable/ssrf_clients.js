const axios = require("axios");
const express = require("express");
const fetch = require("node-fetch");
const got = require("got");
const http = require("http");
const undici = require("undici");

const app = express();

app.get("/", async (req, res) => {
  await fetch(req.query.url); // expect: ssrf
  await axios({ method: "get", url: req.query.url }); // expect: ssrf
  await got.post(req.query.url); // expect: ssrf
  await undici.request(`https://${req.query.host}/status`); // expect: ssrf
  http.get({ hostname: req.query.host, path: "/" }, () => {}); // expect: ssrf
  res.sendStatus(204);
});
