const mysql = require('mysql2');
const connection = mysql.createConnection({ host: 'localhost', user: 'app', database: 'shop' });

function findUser(req, res) {
  const id = req.params.id;
  connection.query(`SELECT * FROM users WHERE id = ${id}`, (err, rows) => { // expect: sql-injection
    if (err) return res.status(500).end();
    res.json(rows[0]);
  });
}

module.exports = { findUser };
