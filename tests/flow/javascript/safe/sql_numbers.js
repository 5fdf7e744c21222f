const pool = require('./pool');

exports.page = async (req, res) => {
  const limit = parseInt(req.query.limit, 10) || 20;
  const page = Math.max(1, Number(req.query.page));
  res.json(await pool.query(`SELECT * FROM posts LIMIT ${limit} OFFSET ${(page - 1) * limit}`));
};
