const { Client } = require("pg");

async function byGenre(genre) {
  const client = new Client();
  await client.connect();
  return client.query(`SELECT * FROM songs WHERE genre = '${genre}'`); // expect: sql-injection from app.js
}

module.exports = { byGenre };
