process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = "0"; // expect: tls-verification

module.exports = function ignoreCertificates(environment) {
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = 0; // expect: tls-verification
  environment.env.NODE_TLS_REJECT_UNAUTHORIZED = false; // expect: tls-verification
};
