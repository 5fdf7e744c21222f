const pool = require('./pool');

exports.search = async (req, res) => {
  const clauses = [];
  const values = [];
  if (req.query.name) {
    values.push(req.query.name);
    clauses.push(`name = $${values.length}`);
  }
  if (req.query.city) {
    values.push(req.query.city);
    clauses.push('city = $' + values.length);
  }
  const where = clauses.length ? `WHERE ${clauses.join(' AND ')}` : '';
  res.json(await pool.query(`SELECT * FROM users ${where}`, values));
};
