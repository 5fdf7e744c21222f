const db = require('./db');

async function byEmail(email) {
  return db.query(`SELECT * FROM users WHERE email = '${email}'`); // expect: sql-injection
}

exports.version = '1.0';
exports.all = () => db.query('SELECT * FROM users');
