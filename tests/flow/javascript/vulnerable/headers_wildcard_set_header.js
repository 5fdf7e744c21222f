const http = require('http');

http.createServer((req, res) => {
  res.setHeader('access-control-allow-origin', '*'); // expect: permissive-headers
  res.end('{}');
}).listen(80);
