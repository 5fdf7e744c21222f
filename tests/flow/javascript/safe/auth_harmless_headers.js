module.exports = (req, res, next) => {
  if (req.headers['x-requested-with'] === 'XMLHttpRequest') return next();
  if (req.get('Content-Type') === 'application/json') return next();
  if (req.headers['x-forwarded-proto'] !== 'https') return res.redirect('https://' + req.hostname);
  next();
};
