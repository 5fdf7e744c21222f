const pool = require('./pool');

exports.search = async (req, res) => {
  let sql = 'SELECT * FROM books WHERE 1 = 1';
  const values = [];
  if (req.query.author) {
    sql += ` AND author = '${req.query.author}'`;
  }
  if (req.query.year) {
    values.push(Number(req.query.year));
    sql += ' AND year = $1';
  }
  const { rows } = await pool.query(sql, values); // expect: sql-injection
  res.json(rows);
};
