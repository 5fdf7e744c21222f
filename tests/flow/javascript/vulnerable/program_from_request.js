const express = require("express");
const { spawn } = require("child_process");
const { execa } = require("execa");

const app = express();

app.get("/version", async (req, res) => {
  spawn(req.query.tool, ["--version"]).stdout.pipe(res); // expect: command-injection
  await execa(req.query.tool, ["--version"]); // expect: command-injection
});
