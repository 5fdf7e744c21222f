const shell = require("shelljs");

function tag(version) {
  return shell.exec(`git tag ${version} && git push`); // expect: command-injection
}

module.exports = { tag };
