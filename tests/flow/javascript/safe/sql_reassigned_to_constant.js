const pool = require('./pool');

exports.list = async (req, res) => {
  let table = req.query.table;
  console.log('requested', table);
  table = 'users';
  res.json(await pool.query(`SELECT * FROM ${table}`));
};
