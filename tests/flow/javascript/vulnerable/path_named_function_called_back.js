const express = require("express");
const fs = require("fs");

const app = express();

function forEachName(names, handle) {
  for (const name of names) {
    handle(name);
  }
}

function remove(name) {
  fs.unlinkSync(`/srv/uploads/${name}`); // expect: path-traversal
}

app.post("/remove", (req, res) => {
  forEachName(req.body.names, remove);
  res.end();
});
