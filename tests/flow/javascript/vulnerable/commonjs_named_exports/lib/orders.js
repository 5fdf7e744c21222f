const mysql = require("mysql2/promise");

const pool = mysql.createPool({ host: "db", database: "shop" });

exports.close = () => pool.end();

exports.byState = async function (state) {
  const [rows] = await pool.query("SELECT * FROM orders WHERE state = '" + state + "'"); // expect: sql-injection from server.js
  return rows;
};
