const fs = require("fs");
const path = require("path");

exports.read = (name) => {
  const file = path.join("/srv/files", name);
  return fs.readFileSync(file); // expect: path-traversal from app.js
};
