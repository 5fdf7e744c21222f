import jwt from 'jsonwebtoken';

export function authenticate(req, res, next) {
  const token = req.headers.authorization?.split(' ')[1];
  const claims = jwt.decode(token); // expect: auth-bypass
  req.user = claims.sub;
  next();
}
