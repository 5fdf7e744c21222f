const fs = require("fs");
const promises = require("fs/promises");

module.exports = async (path, descriptor, done) => {
  fs.chmod(path, "777", done); // expect: insecure-defaults
  fs.chmodSync(path, "0777"); // expect: insecure-defaults
  fs.fchmodSync(descriptor, 0o666); // expect: insecure-defaults
  fs.fchmod(descriptor, 0o777, done); // expect: insecure-defaults
  fs.lchmodSync(path, "666"); // expect: insecure-defaults
  fs.lchmod(path, 0o757, done); // expect: insecure-defaults
  await promises.chmod(path, 0o777); // expect: insecure-defaults
  await fs.promises.chmod(path, 0o776); // expect: insecure-defaults
};
