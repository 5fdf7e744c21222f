const yaml = require('js-yaml');

exports.parse = (req, res) => {
  const a = JSON.parse(req.body.text);
  const b = yaml.load(req.body.yaml);
  const c = yaml.load(req.body.yaml, { schema: yaml.JSON_SCHEMA });
  res.json({ a, b, c });
};
