const serialize = require("node-serialize");

function restore(text) {
  return serialize.unserialize(Buffer.from(text, "base64").toString()); // expect: insecure-deserialization from app.js
}

module.exports = { restore };
