const yaml = require('js-yaml');

exports.importConfig = (req, res) => {
  const config = yaml.load(req.body.text, { schema: yaml.DEFAULT_FULL_SCHEMA }); // expect: insecure-deserialization
  res.json(config);
};
