const { execSync } = require("child_process");
const shellEscape = require("shell-escape");
const { quote } = require("shell-quote");

function show(req) {
  execSync(`git show ${quote([req.query.ref])} | head`);
  execSync(shellEscape(["git", "show", req.query.ref]) + " | head");
}

module.exports = { show };
