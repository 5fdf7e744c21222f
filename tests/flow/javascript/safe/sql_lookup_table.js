const pool = require('./pool');
const COLUMNS = { name: 'users.name', date: 'users.created_at' };

exports.list = async (req, res) => {
  const column = COLUMNS[req.query.sort] || COLUMNS.name;
  res.json(await pool.query('SELECT * FROM users ORDER BY ' + column));
};
