const express = require('express');
const app = express();

app.use((req, res, next) => {
  if (req.headers['x-api-key'] !== process.env.API_KEY) { // expect: auth-bypass
    return res.status(401).end();
  }
  next();
});
