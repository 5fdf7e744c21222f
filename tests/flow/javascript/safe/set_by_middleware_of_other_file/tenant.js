function tenant(req, res, next) {
  req.tenant = Number(req.headers["x-tenant"]);
  res.locals.schema = "public";
  next();
}

module.exports = { tenant };
