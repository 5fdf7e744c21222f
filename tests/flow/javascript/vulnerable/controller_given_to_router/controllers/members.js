const mysql = require("mysql");

const connection = mysql.createConnection({ host: "db", database: "club" });

exports.list = (req, res) => {
  connection.query(`SELECT * FROM members WHERE club = '${req.query.club}'`, (error, rows) => { // expect: sql-injection
    res.json(error ? [] : rows);
  });
};
