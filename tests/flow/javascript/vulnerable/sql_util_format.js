const util = require('util');
const mysql = require('mysql');
const connection = mysql.createConnection({});

exports.login = (req, res) => {
  const sql = util.format("SELECT * FROM users WHERE name = '%s'", req.body.username);
  connection.query(sql, (err, rows) => res.json(rows)); // expect: sql-injection
};
