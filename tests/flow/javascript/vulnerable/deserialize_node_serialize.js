const serialize = require('node-serialize');

exports.profile = (req, res) => {
  const profile = serialize.unserialize(Buffer.from(req.cookies.profile, 'base64').toString()); // expect: insecure-deserialization
  res.json(profile);
};
