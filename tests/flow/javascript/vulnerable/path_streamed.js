const fs = require("fs");
const http = require("http");
const path = require("path");

http.createServer((request, response) => {
  const file = path.join("/srv/site", decodeURIComponent(request.url));
  fs.createReadStream(file).pipe(response); // expect: path-traversal
}).listen(8080);
