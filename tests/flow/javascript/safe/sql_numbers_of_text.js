const crypto = require('crypto');
const express = require('express');
const { Pool } = require('pg');

const app = express();
const pool = new Pool();
const COLUMNS = { name: 'name', age: 'age' };

app.post('/items', async (req, res) => {
  const { title, tags, from, limit, phrase, sort } = req.body;
  await pool.query('UPDATE items SET break = ' + title.indexOf(' '));
  await pool.query('UPDATE items SET size = ' + Buffer.byteLength(title));
  await pool.query('UPDATE items SET since = ' + Date.parse(from));
  await pool.query('SELECT * FROM items LIMIT ' + Math.min(limit, 100));
  await pool.query('SELECT * FROM items LIMIT ' + Number.parseInt(limit, 10));
  await pool.query('UPDATE items SET place = ' + tags.findIndex((tag) => tag === 'new'));
  await pool.query('UPDATE items SET is_list = ' + Array.isArray(tags));
  const hash = crypto.createHash('sha256').update(phrase).digest('hex');
  await pool.query("UPDATE users SET hash = '" + hash + "'");
  const seal = crypto.createHmac('sha256', process.env.KEY).update(title).digest('hex');
  await pool.query("UPDATE items SET seal = '" + seal + "'");
  if (!Object.hasOwn(COLUMNS, sort)) {
    return res.sendStatus(400);
  }
  await pool.query('SELECT * FROM items ORDER BY ' + sort);
  res.sendStatus(204);
});

exports.since = (day) => pool.query("SELECT * FROM items WHERE day >= '" + day.toISOString() + "'");
