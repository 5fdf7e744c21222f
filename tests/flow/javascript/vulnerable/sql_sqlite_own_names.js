const Better = require('better-sqlite3');
const sqlite3 = require('sqlite3').verbose();

const store = new Better('shop.db');
const shop = new sqlite3.Database('shop.db');

exports.columns = (name) => store.exec("DELETE FROM items WHERE name = '" + name + "'"); // expect: sql-injection

exports.rename = (before, after) => {
  shop.exec("UPDATE items SET name = '" + after + "' WHERE name = '" + before + "'"); // expect: sql-injection
  shop.prepare("SELECT * FROM items WHERE name = '" + after + "'"); // expect: sql-injection
  shop.all("SELECT * FROM items WHERE name = '" + after + "'", () => {}); // expect: sql-injection
};
