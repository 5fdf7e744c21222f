const Database = require("better-sqlite3");

class Catalog {
  constructor(file) {
    this.store = new Database(file);
  }

  search(term) {
    return this.store.prepare(`SELECT * FROM books WHERE title LIKE '%${term}%'`).all(); // expect: sql-injection from app.js
  }
}

module.exports = new Catalog("catalog.db");
