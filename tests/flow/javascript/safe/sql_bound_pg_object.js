const { Pool } = require('pg');
const pool = new Pool();

exports.find = async (req, res) => {
  const query = { text: 'SELECT * FROM users WHERE email = $1', values: [req.body.email] };
  const { rows } = await pool.query(query);
  await pool.query({ name: 'touch', text: 'UPDATE users SET seen = now() WHERE email = $1', values: [req.body.email] });
  res.json(rows);
};
