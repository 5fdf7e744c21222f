const pool = require('./pool');

exports.list = async (req, res) => {
  const { column } = req.query;
  if (!/^[a-z_]+$/.test(column)) {
    return res.sendStatus(400);
  }
  res.json(await pool.query(`SELECT ${column} FROM users`));
};
