const db = require('../database');

module.exports.getMany = async (ids) => {
  const sql = ['SELECT *', 'FROM users', `WHERE id IN (${ids.join(',')})`].join(' ');
  return db.query(sql); // expect: sql-injection
};
