const express = require("express");

const app = express();

app.get("/agent", (req, res) => {
  res.send(`<p>${req.headers["user-agent"]} ${req.cookies.name}</p>`);
});
