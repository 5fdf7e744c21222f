const http = require("http");

http.createServer((req, res) => {
  res.writeHead(200, { "Content-Type": "text/html" }).end(`<p>${req.url} is not here</p>`); // expect: xss
});
