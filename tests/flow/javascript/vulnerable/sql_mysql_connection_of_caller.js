require('mysql2');

exports.find = (connection, name, done) => {
  connection.query("SELECT * FROM items WHERE name = '" + name + "'", done); // expect: sql-injection
};
