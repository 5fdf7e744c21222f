const http = require("http");

http.createServer((req, res) => {
  fetch("http://backend" + req.url).then((answer) => res.end(answer.statusText));
}).listen(80);
