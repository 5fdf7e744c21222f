const jwt = require('jsonwebtoken');

exports.issue = (payload) => jwt.sign(payload, 'my-super-secret-key-1234'); // expect: hardcoded-secret
exports.check = (token) => jwt.verify(token, 'secret'); // expect: hardcoded-secret
