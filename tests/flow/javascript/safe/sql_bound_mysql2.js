const mysql = require('mysql2/promise');
const pool = mysql.createPool({ host: process.env.DB_HOST });

exports.find = async (req, res) => {
  const [rows] = await pool.execute('SELECT * FROM users WHERE id = ? AND name = ?', [req.params.id, req.query.name]);
  res.json(rows);
};
