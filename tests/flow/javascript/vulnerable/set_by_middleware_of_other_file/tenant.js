function tenant(req, res, next) {
  req.tenant = req.headers["x-tenant"];
  res.locals.name = req.query.name;
  next();
}

module.exports = { tenant };
