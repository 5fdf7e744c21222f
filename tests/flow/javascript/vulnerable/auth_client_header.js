module.exports = function requireAdmin(req, res, next) {
  if (req.headers['x-user-role'] === 'admin') { // expect: auth-bypass
    return next();
  }
  res.status(403).json({ error: 'forbidden' });
};
