const cryo = require('cryo');
const express = require('express');

const app = express();

app.post('/restore', (req, res) => {
  const state = cryo.parse(req.body.state); // expect: insecure-deserialization
  res.json(state);
});
