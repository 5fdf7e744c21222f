const { test } = require("./router");

test("/status", (req, res) => {
  res.setHeader("Access-Control-Allow-Origin", "*"); // expect: permissive-headers
  res.end("ok");
});
