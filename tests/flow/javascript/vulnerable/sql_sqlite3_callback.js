const sqlite3 = require('sqlite3').verbose();
const db = new sqlite3.Database('app.db');

function getNotes(owner, cb) {
  db.all(`SELECT * FROM notes WHERE owner = '${owner}'`, [], cb); // expect: sql-injection
}

module.exports = { getNotes };
