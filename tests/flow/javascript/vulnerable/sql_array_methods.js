const { Pool } = require('pg');

const pool = new Pool();

exports.byTags = async (tags) => {
  tags.forEach((tag) => {
    pool.query("SELECT * FROM items WHERE tag = '" + tag + "'"); // expect: sql-injection
  });
  const first = tags.find((tag) => tag);
  await pool.query("SELECT * FROM items WHERE tag = '" + first + "'"); // expect: sql-injection
  await pool.query("SELECT * FROM items WHERE tag = '" + tags.pop() + "'"); // expect: sql-injection
  const list = Array.from(tags);
  await pool.query("SELECT * FROM items WHERE tag = '" + list + "'"); // expect: sql-injection
  tags.some((tag) => {
    pool.query("SELECT * FROM items WHERE tag = '" + tag + "'"); // expect: sql-injection
    return false;
  });
};

exports.byNames = async (req, res) => {
  const where = req.body.names.reduce((text, name) => text + " OR name = '" + name + "'", '1 = 0');
  res.json(await pool.query('SELECT * FROM items WHERE ' + where)); // expect: sql-injection
};

exports.byFilter = async (name, city) => {
  const where = [];
  if (name) {
    where.push("name = '" + name + "'");
  }
  if (city) {
    where.push("city = '" + city + "'");
  }
  return pool.query('SELECT * FROM items WHERE ' + where.join(' AND ')); // expect: sql-injection
};
