const crypto = require('crypto');
const express = require('express');

const app = express();

app.get('/admin', (req, res) => {
  const key = Buffer.from(process.env.ADMIN_KEY);
  if (crypto.timingSafeEqual(Buffer.from(req.headers['x-admin']), key)) {
    return res.send('welcome');
  }
  res.sendStatus(403);
});
