const yaml = require('js-yaml');

module.exports.parse = (text) => yaml.load(text, { schema: yaml.DEFAULT_FULL_SCHEMA }); // expect: insecure-deserialization
