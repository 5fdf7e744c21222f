const express = require("express");
const { tenant } = require("./tenant");
const articles = require("./articles");

const app = express();
app.use(tenant);
app.use("/articles", articles);

module.exports = app;
