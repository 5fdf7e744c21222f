const mysql = require('mysql2/promise');

exports.many = async (connection, ids) => {
  const marks = ids.map(() => '?').join(',');
  return connection.query('SELECT * FROM users WHERE id IN (' + marks + ')', ids);
};
