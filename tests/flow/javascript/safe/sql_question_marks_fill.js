const db = require('./db');

exports.many = (ids) => db.query(`SELECT * FROM users WHERE id IN (${Array(ids.length).fill('?').join(',')})`, ids);
