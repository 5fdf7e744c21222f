const mysql = require('mysql2');

const connection = mysql.createConnection({
  host: 'db.internal',
  user: 'root',
  password: 'R00tPa55w0rd', // expect: hardcoded-secret
});

module.exports = connection;
