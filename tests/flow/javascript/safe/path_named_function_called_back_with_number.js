const express = require("express");
const fs = require("fs");

const app = express();

function forEachNumber(ids, handle) {
  for (const id of ids) {
    handle(Number(id));
  }
}

function remove(id) {
  fs.unlinkSync(`/srv/uploads/${id}`);
}

app.post("/remove", (req, res) => {
  forEachNumber(req.body.ids, remove);
  res.end();
});
