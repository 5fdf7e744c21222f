const express = require('express');
const app = express();

app.use((req, res, next) => {
  res.set({ 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' }); // expect: permissive-headers
  next();
});
