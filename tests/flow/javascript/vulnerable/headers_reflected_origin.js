const express = require('express');
const app = express();

app.use((req, res, next) => {
  const origin = req.headers.origin;
  res.setHeader('Access-Control-Allow-Origin', origin); // expect: permissive-headers
  res.setHeader('Access-Control-Allow-Credentials', 'true');
  next();
});
