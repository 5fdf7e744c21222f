const express = require("express");
const fs = require("fs");

const app = express();

app.post("/feedback", (req, res) => {
  fs.appendFileSync("feedback.txt", req.body.text);
  fs.writeFile("last.json", JSON.stringify(req.body), () => res.end());
});
