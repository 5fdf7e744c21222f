const express = require("express");
const nunjucks = require("nunjucks");

const app = express();
const environment = nunjucks.configure("views", { autoescape: true });

app.get("/hello", (req, res) => {
  nunjucks.renderString(`Hello ${req.query.name}`, {}); // expect: code-injection
  res.send(environment.renderString(`Hello ${req.query.name}`, {})); // expect: code-injection
});
