const mysql = require('mysql2');
const connection = mysql.createConnection({});

exports.find = (req, res) => {
  const sql = 'SELECT * FROM users WHERE name = ' + mysql.escape(req.query.name) + ' ORDER BY ' + connection.escapeId(req.query.sort);
  connection.query(sql, (err, rows) => res.json(rows));
};
