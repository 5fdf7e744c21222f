const { Pool } = require('pg');
const pool = new Pool();

exports.many = (ids) => {
  const placeholders = ids.map((_, i) => `$${i + 1}`).join(', ');
  return pool.query(`SELECT * FROM users WHERE id IN (${placeholders})`, ids);
};
