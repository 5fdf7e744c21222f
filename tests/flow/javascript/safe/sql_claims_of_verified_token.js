const express = require('express');
const jwt = require('jsonwebtoken');
const { Pool } = require('pg');

const app = express();
const pool = new Pool();

app.get('/profile', async (req, res) => {
  const claims = jwt.verify(req.headers['x-token'], process.env.PUBLIC_KEY, { algorithms: ['RS256'] });
  const { rows } = await pool.query("SELECT * FROM users WHERE id = '" + claims.sub + "'");
  const next = jwt.sign({ sub: claims.sub, agent: req.headers['user-agent'] }, process.env.PRIVATE_KEY, { algorithm: 'RS256' });
  await pool.query("UPDATE sessions SET token = '" + next + "'");
  res.json(rows);
});
