const Database = require('better-sqlite3');
const db = new Database('notes.db');

module.exports.byTag = (tag) => db.prepare(`SELECT * FROM notes WHERE tag = '${tag}'`).all(); // expect: sql-injection
