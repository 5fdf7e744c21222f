const express = require("express");
const http = require("http");
const Koa = require("koa");

const app = express();
const koa = new Koa();

app.get("/back", (req, res) => {
  res.redirect(req.get("Referer"));
});

app.get("/lower", (req, res) => {
  res.redirect(301, req.originalUrl.toLowerCase());
});

koa.use(async (ctx) => {
  ctx.redirect("https://shop.example.com" + ctx.url);
});

location.href = "/search?q=" + location.hash.slice(1);
