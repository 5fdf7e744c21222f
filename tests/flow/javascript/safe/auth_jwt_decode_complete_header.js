const jwt = require('jsonwebtoken');

exports.verify = async (token, keys) => {
  const { header } = jwt.decode(token, { complete: true });
  return jwt.verify(token, await keys.get(header.kid), { algorithms: ['RS256'] });
};
