const crypto = require("crypto");

function retry(token, attempt) {
  const delay = 2 ** attempt * (1 + Math.random());
  setTimeout(() => send(token), delay);
}

const generateToken = () => crypto.randomBytes(32).toString("hex");
const colour = () => `hsl(${Math.random() * 360}, 80%, 60%)`;
const password = (a, b) => (Math.random() < 0.5 ? a : b);

module.exports = { retry, generateToken, colour, password };
