const fs = require("fs");
const path = require("path");

function load(folder, name) {
  return fs.readFileSync(path.join(folder, name), "utf8");
}

module.exports = { load };

const config = process.env.CONFIG || "config.json";
fs.readFileSync(config);
fs.createReadStream(process.argv[2]);
