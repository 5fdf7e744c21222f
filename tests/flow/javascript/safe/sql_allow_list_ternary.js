const pool = require('./pool');

exports.list = async (req, res) => {
  const direction = req.query.dir === 'desc' ? 'DESC' : 'ASC';
  const column = ['name', 'age'].includes(req.query.column) ? req.query.column : 'name';
  res.json(await pool.query(`SELECT * FROM users ORDER BY ${column} ${direction}`));
};
