const pool = require("./pool");
class Loader {
  constructor(incoming) {
    this.incoming = incoming;
  }
  load() {
    return pool.query(`SELECT * FROM users WHERE name = '${this.incoming.params.name}'`); // expect: sql-injection from app.js
  }
  named(x) {
    return pool.query(`SELECT * FROM users WHERE name = '${this.incoming.query.name}'`); // expect: sql-injection from app.js
  }
}
module.exports = { Loader };
