const { Pool } = require('pg');
const path = require('path');
const querystring = require('querystring');
const url = require('url');

const pool = new Pool();

exports.search = async (term) => {
  await pool.query("SELECT * FROM items WHERE code = '" + term.padStart(8, '0') + "'"); // expect: sql-injection
  await pool.query("SELECT * FROM items WHERE name = '" + String(term) + "'"); // expect: sql-injection
  await pool.query("SELECT * FROM items WHERE name = '" + decodeURIComponent(term) + "'"); // expect: sql-injection
  await pool.query("SELECT * FROM items WHERE name = '" + JSON.stringify(term) + "'"); // expect: sql-injection
  const word = /\w.*/.exec(term);
  await pool.query("SELECT * FROM items WHERE name = '" + word + "'"); // expect: sql-injection
  await pool.query("SELECT * FROM files WHERE path = '" + path.join('/data', term) + "'"); // expect: sql-injection
  await pool.query("SELECT * FROM files WHERE name = '" + querystring.unescape(term) + "'"); // expect: sql-injection
  await pool.query("SELECT * FROM sites WHERE address = '" + url.format(term) + "'"); // expect: sql-injection
  const problem = new Error(term);
  await pool.query("INSERT INTO problems (text) VALUES ('" + problem + "')"); // expect: sql-injection
};

exports.both = async (name, city) => {
  const [first, second] = await Promise.all([name, city]);
  await pool.query("SELECT * FROM items WHERE name = '" + first + "'"); // expect: sql-injection
  const filter = new Map(Object.entries({ city: second }));
  return pool.query("SELECT * FROM items WHERE city = '" + filter.get('city') + "'"); // expect: sql-injection
};
