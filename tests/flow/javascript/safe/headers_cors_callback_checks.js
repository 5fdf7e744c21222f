const cors = require('cors');
const ALLOWED = new Set(['https://a.example.com']);

module.exports = cors({
  origin(origin, callback) {
    callback(null, ALLOWED.has(origin));
  },
  credentials: true,
});
