const pool = require('./pool');
const ALLOWED = ['name', 'age'];

exports.list = async (req, res) => {
  const { sort } = req.query;
  if (!sort || !ALLOWED.includes(sort)) return res.sendStatus(400);
  res.json(await pool.query(`SELECT * FROM users ORDER BY ${sort}`));
};
