const pool = require('./pool');

exports.find = (email) => {
  const text = 'SELECT * FROM users WHERE email = \''.concat(email, '\'');
  return pool.query(text); // expect: sql-injection
};
