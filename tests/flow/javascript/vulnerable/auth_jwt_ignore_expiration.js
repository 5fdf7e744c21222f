const { verify } = require('jsonwebtoken');

module.exports = (token) => verify(token, process.env.JWT_SECRET, { ignoreExpiration: true }); // expect: auth-bypass
