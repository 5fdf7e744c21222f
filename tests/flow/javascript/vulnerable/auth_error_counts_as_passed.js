const jwt = require("jsonwebtoken");

async function isAllowed(user, action) {
  try {
    return await policy.checkAccess(user, action);
  } catch (error) {
    console.error(error);
    return true; // expect: auth-bypass
  }
}

function verifyToken(token) {
  try {
    jwt.verify(token, process.env.JWT_KEY, { algorithms: ["HS256"] });
    return true;
  } catch {
    return true; // expect: auth-bypass
  }
}

module.exports = { isAllowed, verifyToken };
