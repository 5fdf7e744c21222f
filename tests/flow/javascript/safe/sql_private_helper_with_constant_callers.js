const db = require('./db');

function count(table) {
  return db.query(`SELECT count(*) FROM ${table}`);
}

exports.users = () => count('users');
exports.posts = () => count('posts');
