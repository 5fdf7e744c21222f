const cors = require("cors");

exports.open = cors({ origin: (origin, callback) => callback(null, true), credentials: true }); // expect: permissive-headers

exports.logged = cors({ // expect: permissive-headers
  origin: function (origin, callback) {
    console.log(origin);
    callback(null, true);
  },
});
