const fastify = require("fastify")();
const fs = require("fs/promises");
const path = require("path");

fastify.get("/file/:name", async (request, reply) => {
  const file = path.join("files", request.params.name);
  return fs.readFile(file, "utf8"); // expect: path-traversal
});
