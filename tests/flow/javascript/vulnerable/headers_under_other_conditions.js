const { isAllowedOrigin } = require("./origins");

exports.check = (req, res) => {
  if (!isAllowedOrigin(req.headers.origin)) {
    return res.sendStatus(403);
  }
  res.sendStatus(204);
};

exports.allow = (req, res, next) => {
  if (req.headers.origin) {
    res.setHeader("Access-Control-Allow-Origin", req.headers.origin); // expect: permissive-headers
  } else {
    res.setHeader("Access-Control-Allow-Origin", "*"); // expect: permissive-headers
  }
  next();
};
