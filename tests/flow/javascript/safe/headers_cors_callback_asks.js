const cors = require("cors");
const ALLOWED = ["https://app.example.com"];

exports.refuses = cors({
  origin(origin, callback) {
    if (!origin || ALLOWED.includes(origin)) {
      callback(null, true);
    } else {
      callback(new Error("not allowed"));
    }
  },
  credentials: true,
});

exports.silent = cors({
  origin(origin, callback) {
    if (ALLOWED.includes(origin)) callback(null, true);
  },
});

exports.none = cors({ origin: (origin, callback) => callback(null, false) });
exports.looked = cors({ origin: (origin, callback) => callback(null, ALLOWED.includes(origin)) });
