const jwt = require('jsonwebtoken');

exports.authenticate = (req, res, next) => {
  const token = req.headers.authorization.split(' ')[1];
  jwt.verify(token, process.env.JWT_SECRET, { algorithms: ['HS256'] }, (error, claims) => {
    if (error) return res.sendStatus(401);
    req.user = claims;
    next();
  });
};
