const mysql = require('mysql');
const mysql2 = require('mysql2');

const shop = mysql2.createPool({ host: process.env.DB_HOST });
const old = mysql.createConnection({ host: process.env.DB_HOST });

exports.find = (name, done) => {
  shop.query("SELECT * FROM items WHERE name = '" + name + "'", done); // expect: sql-injection
  old.query("SELECT * FROM items WHERE name = '" + name + "'", done); // expect: sql-injection
  shop.promise().execute("SELECT * FROM items WHERE name = '" + name + "'"); // expect: sql-injection
  shop.getConnection((error, session) => {
    session.query("SELECT * FROM items WHERE name = '" + name + "'", done); // expect: sql-injection
  });
};
