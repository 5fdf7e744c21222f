import db from './db.js';

export default async (term, limit = 10) => {
  return db.query(`SELECT * FROM docs WHERE body LIKE '%${term}%' LIMIT ${limit}`); // expect: sql-injection
};
