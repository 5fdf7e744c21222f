const mysql = require('mysql2/promise');
const older = require('promise-mysql');

exports.find = async (name) => {
  const shop = await mysql.createConnection({ host: process.env.DB_HOST });
  await shop.execute("SELECT * FROM items WHERE name = '" + name + "'"); // expect: sql-injection
  const archive = await older.createConnection({ host: process.env.DB_HOST });
  await archive.query("SELECT * FROM items WHERE name = '" + name + "'"); // expect: sql-injection
};
