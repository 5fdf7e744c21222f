const { Pool } = require("pg");

const pool = new Pool();

async function findByEmail(email) {
  const result = await pool.query(`SELECT * FROM users WHERE email = '${email}'`); // expect: sql-injection from src/routes/users.js
  return result.rows[0];
}

async function count() {
  const result = await pool.query("SELECT count(*) FROM users");
  return result.rows[0].count;
}

module.exports = { findByEmail, count };
