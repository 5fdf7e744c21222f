const express = require("express");
const { spawn } = require("child_process");

const app = express();

app.get("/show", (req, res) => {
  spawn("git", ["show", `${req.query.ref}^`], { shell: true }).stdout.pipe(res); // expect: command-injection
});

app.get("/log", (req, res) => {
  spawn(`git log ${req.query.ref}`, [], { shell: "/bin/bash" }).stdout.pipe(res); // expect: command-injection
});
