const express = require('express');
const app = express();

app.use('/admin', (req, res, next) => {
  const isAdmin = req.get('X-Is-Admin');
  if (isAdmin === 'true') { // expect: auth-bypass
    next();
  } else {
    res.sendStatus(401);
  }
});
