const pool = require('./pool');
const SORTABLE = ['name', 'created_at', 'email'];

exports.list = async (req, res) => {
  const sort = req.query.sort;
  if (!SORTABLE.includes(sort)) {
    return res.status(400).end();
  }
  res.json(await pool.query(`SELECT * FROM users ORDER BY ${sort}`));
};
