const { Pool } = require('pg');

const shop = new Pool();

exports.find = async (name) => {
  const session = await shop.connect();
  await session.query("SELECT * FROM items WHERE name = '" + name + "'"); // expect: sql-injection
  session.release();
};

exports.count = (readClient, name) => readClient.query("SELECT count(*) FROM items WHERE name = '" + name + "'"); // expect: sql-injection

exports.rename = (shopDb, before, after) =>
  shopDb.query("UPDATE items SET name = '" + after + "' WHERE name = '" + before + "'"); // expect: sql-injection
