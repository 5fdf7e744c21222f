const pool = require('./pool');

exports.get = async (req, res) => {
  res.json(await pool.query(`SELECT * FROM posts WHERE id = ${+req.params.id}`));
};
