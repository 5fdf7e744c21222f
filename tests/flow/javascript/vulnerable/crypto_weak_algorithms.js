const crypto = require("crypto");

const bcrypt = require("bcrypt");
const bcryptjs = require("bcryptjs");
const CryptoJS = require("crypto-js");
const sha1 = require("sha1");

exports.hashes = (password, token, text) => [
  crypto.createHash("sha1").update(password), // expect: weak-crypto
  crypto.createHash("sha256").update(password), // expect: weak-crypto
  crypto.createHash("md5").update(token), // expect: weak-crypto
  { signature: crypto.createHash("sha1").update(text).digest() }, // expect: weak-crypto
  CryptoJS.MD5(password), // expect: weak-crypto
  CryptoJS.SHA1(password), // expect: weak-crypto
  sha1(password), // expect: weak-crypto
];

exports.others = (password, key, salt, done) => [
  crypto.createDecipher("aes-256-cbc", key), // expect: weak-crypto
  crypto.createCipheriv("rc4", key, ""), // expect: weak-crypto
  crypto.createCipheriv("bf-cbc", key, salt), // expect: weak-crypto
  crypto.generateKeyPair("rsa", { modulusLength: 512 }, done), // expect: weak-crypto
  bcrypt.hashSync(password, 4), // expect: weak-crypto
  bcryptjs.hash(password, 4, done), // expect: weak-crypto
  bcryptjs.hashSync(password, 4), // expect: weak-crypto
  bcrypt.genSalt(4, done), // expect: weak-crypto
  bcrypt.genSaltSync(4), // expect: weak-crypto
  bcryptjs.genSalt(4, done), // expect: weak-crypto
  crypto.pbkdf2(password, salt, 4096, 32, "sha256", done), // expect: weak-crypto
];
