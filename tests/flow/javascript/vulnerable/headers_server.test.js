const http = require("http");

const test = (name) => console.log(`serving ${name}`);

http
  .createServer((req, res) => {
    res.setHeader("Access-Control-Allow-Origin", "*"); // expect: permissive-headers
    test(req.url);
    res.end();
  })
  .listen(8080);
