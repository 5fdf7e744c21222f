const path = require("path");

const ROOT = path.resolve("files");

function locate(name) {
  const full = path.join(ROOT, name);
  if (!full.startsWith(ROOT + path.sep)) {
    throw new Error("outside of the folder");
  }
  return full;
}

module.exports = { locate };
