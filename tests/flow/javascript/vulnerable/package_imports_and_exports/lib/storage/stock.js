import Database from "better-sqlite3";

const store = new Database("stock.db");

export function level(sku) {
  return store.prepare(`SELECT level FROM stock WHERE sku = '${sku}'`).get(); // expect: sql-injection from lib/main.js
}
