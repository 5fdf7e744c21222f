const express = require("express");
const fs = require("fs");

const app = express();
const KNOWN = new Set(["client.js", "client.js.map"]);

app.get("/client", (req, res) => {
  const name = req.query.name;
  if (KNOWN.has(name)) {
    schedule(() => {
      fs.createReadStream("dist/" + name).pipe(res);
    });
  }
});
