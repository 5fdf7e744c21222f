const db = require('./db');
const TABLES = new Set(['users', 'posts']);

exports.count = async (table) => {
  if (!TABLES.has(table)) throw new Error('unknown table');
  return db.query(`SELECT count(*) FROM ${table}`);
};
