import jwt from 'jsonwebtoken';

export function authenticate(req, res, next) {
  const decoded = jwt.decode(req.cookies.token); // expect: auth-bypass
  if (!decoded || decoded.exp * 1000 < Date.now()) {
    return res.sendStatus(401);
  }
  next();
}

export function refresh(req, res) {
  const decoded = jwt.decode(req.cookies.token); // expect: auth-bypass
  res.json({ user: decoded, until: decoded.exp });
}
