const jwt = require("jsonwebtoken");

function verifyToken(token) {
  try {
    jwt.verify(token, process.env.JWT_KEY, { algorithms: ["HS256"] });
    return true;
  } catch {
    return false;
  }
}

function isExpired(token) {
  try {
    jwt.verify(token, process.env.JWT_KEY, { algorithms: ["HS256"] });
    return false;
  } catch (error) {
    return true;
  }
}

module.exports = { verifyToken, isExpired };
