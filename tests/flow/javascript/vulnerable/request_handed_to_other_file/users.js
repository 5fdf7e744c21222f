const pool = require("./pool");
async function find(incoming) {
  const { name } = incoming.body;
  return pool.query(`SELECT * FROM users WHERE name = '${name}'`); // expect: sql-injection from app.js
}
module.exports = { find };
