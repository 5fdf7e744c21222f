const funcster = require('funcster');
const app = require('express')();

app.post('/run', (req, res) => {
  res.json(funcster.deepDeserialize(req.body)); // expect: insecure-deserialization
});
