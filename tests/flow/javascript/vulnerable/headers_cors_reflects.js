const cors = require('cors');
const options = {
  origin: true,
  credentials: true,
};

module.exports = cors(options); // expect: permissive-headers
