const express = require("express");
const Koa = require("koa");
const Fastify = require("fastify");
const createDOMPurify = require("dompurify");
const DOMPurify = require("isomorphic-dompurify");
const escape = require("escape-html");
const he = require("he");
const _ = require("lodash");
const sanitizeHtml = require("sanitize-html");
const xss = require("xss");

const app = express();
const koa = new Koa();
const fastify = Fastify();

app.get("/escaped", (req, res) => {
  res.send(`<p>${escape(req.query.a)} ${he.escape(req.query.b)} ${_.escape(req.query.c)}</p>`);
});

app.get("/cleaned", (req, res) => {
  res.send(`<p>${sanitizeHtml(req.query.a)} ${xss(req.query.b)} ${DOMPurify.sanitize(req.query.c)}</p>`);
});

app.get("/link", (req, res) => {
  res.send(`<a href="/search?q=${encodeURIComponent(req.query.q)}">again</a>`);
});

app.get("/json", (req, res) => {
  res.send(JSON.stringify({ q: req.query.q }));
});

app.get("/by-hand", (req, res) => {
  const escaped = req.query.q.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
  res.send("<p>" + escaped + "</p>");
});

koa.use(async (ctx) => {
  ctx.body = { q: ctx.query.q };
});

koa.use(async (ctx) => {
  ctx.body = "Hello " + ctx.query.name;
});

fastify.get("/", (request, reply) => {
  reply.send(`<p>${request.query.q}</p>`);
});
