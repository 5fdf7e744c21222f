const pool = require('./pool');

exports.list = async (req, res) => {
  let order;
  switch (req.query.order) {
    case 'newest':
      order = 'created_at DESC';
      break;
    default:
      order = 'id';
  }
  res.json(await pool.query(`SELECT * FROM posts ORDER BY ${order}`));
};
