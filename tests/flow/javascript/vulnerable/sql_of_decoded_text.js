const jwt = require('jsonwebtoken');
const serialize = require('node-serialize');
const toSource = require('serialize-javascript');
const yaml = require('js-yaml');
const { Pool } = require('pg');

const pool = new Pool();

exports.keep = async (settings) => {
  await pool.query("INSERT INTO settings (text) VALUES ('" + serialize.serialize(settings) + "')"); // expect: sql-injection
  await pool.query("INSERT INTO settings (text) VALUES ('" + toSource(settings) + "')"); // expect: sql-injection
};

exports.find = async (text) => {
  const filter = yaml.load(text);
  return pool.query("SELECT * FROM items WHERE name = '" + filter.name + "'"); // expect: sql-injection
};

exports.key = async (token) => {
  const { header } = jwt.decode(token, { complete: true });
  return pool.query("SELECT pem FROM keys WHERE id = '" + header.kid + "'"); // expect: sql-injection
};
