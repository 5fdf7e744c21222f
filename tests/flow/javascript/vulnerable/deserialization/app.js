const express = require("express");
const cookieParser = require("cookie-parser");
const { restore } = require("./lib/session");

const app = express();
app.use(cookieParser());

app.get("/profile", (req, res) => {
  const profile = restore(req.cookies.profile);
  res.send(`Hello ${profile.name.length}`);
});

module.exports = app;
