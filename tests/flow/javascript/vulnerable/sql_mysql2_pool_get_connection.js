const mysql = require('mysql2');
const pool = mysql.createPool({ host: 'db' });

module.exports.search = function (req, res, next) {
  pool.getConnection(function (err, conn) {
    if (err) return next(err);
    conn.query('SELECT * FROM items WHERE name LIKE "%' + req.query.q + '%"', function (err, rows) { // expect: sql-injection
      conn.release();
      res.json(rows);
    });
  });
};
