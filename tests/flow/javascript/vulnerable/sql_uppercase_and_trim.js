const pool = require('./pool');

module.exports = async (req, res) => {
  const code = req.query.code.trim().toUpperCase();
  const rows = await pool.query(`SELECT * FROM coupons WHERE code = '${code}'`); // expect: sql-injection
  res.json(rows);
};
