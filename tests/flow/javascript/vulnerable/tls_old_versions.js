const tls = require("tls");

module.exports = (key, cert) => [
  tls.createServer({ key, cert, minVersion: "SSLv3" }), // expect: tls-verification
  tls.createServer({ key, cert, minVersion: "TLSv1.1" }), // expect: tls-verification
  tls.createServer({ key, cert, maxVersion: "SSLv3" }), // expect: tls-verification
  tls.createServer({ key, cert, maxVersion: "TLSv1" }), // expect: tls-verification
  tls.createServer({ key, cert, secureProtocol: "TLSv1_method" }), // expect: tls-verification
  tls.createServer({ key, cert, secureProtocol: "TLSv1_1_client_method" }), // expect: tls-verification
  tls.createServer({ key, cert, secureProtocol: "SSLv2_server_method" }), // expect: tls-verification
  tls.createServer({ key, cert, secureProtocol: "TLSv1_2_method" }),
  tls.createServer({ key, cert, minVersion: "TLSv1.2", maxVersion: "TLSv1.3" }),
];
