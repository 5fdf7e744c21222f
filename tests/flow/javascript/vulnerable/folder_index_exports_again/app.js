const express = require("express");
const { songs } = require("./repositories");

const app = express();

app.get("/songs", async (req, res) => {
  const found = await songs.byGenre(req.query.genre);
  res.json(found.rows);
});

module.exports = app;
