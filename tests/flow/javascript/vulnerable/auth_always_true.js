const jwt = require('jsonwebtoken');

function guard(req, res, next) {
  if (req.user.isAdmin || true) { // expect: auth-bypass
    return next();
  }
  res.sendStatus(403);
}

module.exports = guard;
