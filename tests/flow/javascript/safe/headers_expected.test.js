const assert = require("assert");
const http = require("http");
const { probe } = require("../lib/probe");

const setups = [
  {
    route: "GET /public",
    headers: { "Access-Control-Allow-Origin": "*" },
  },
];

describe("cors", function () {
  let server;

  before(function (done) {
    server = http.createServer((req, res) => {
      res.setHeader("Access-Control-Allow-Origin", "*");
      res.end();
    });
    server.listen(0, done);
  });

  setups.forEach((setup) => {
    it(`answers ${setup.route}`, async function () {
      assert.deepEqual(await probe(server, setup.route), setup.headers);
    });
  });
});
