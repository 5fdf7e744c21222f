const { isAllowedOrigin } = require("./origins");

module.exports = (cors) => (req, res, next) => {
  const origin = req.headers.origin;
  if (cors === "*" || cors.origins === "*") {
    res.setHeader("Access-Control-Allow-Origin", "*");
  } else if (isAllowedOrigin(origin)) {
    res.setHeader("Access-Control-Allow-Origin", origin);
  }
  res.header("Access-Control-Allow-Origin", isAllowedOrigin(origin) ? origin : "null");
  next();
};
