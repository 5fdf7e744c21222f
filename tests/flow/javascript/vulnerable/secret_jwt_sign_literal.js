const jwt = require('jsonwebtoken');

exports.issue = (user) => jwt.sign({ sub: user.id }, 'k3y-b0ard-7711-cat', { expiresIn: '1h' }); // expect: hardcoded-secret
