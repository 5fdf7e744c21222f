const db = require('./db');

function whereClause(filters) {
  return Object.entries(filters).map(([key, value]) => `${key} = '${value}'`).join(' AND ');
}

exports.list = async function (req, res) {
  const rows = await db.query('SELECT * FROM products WHERE ' + whereClause(req.query)); // expect: sql-injection
  res.json(rows);
};
