import Database from "better-sqlite3";

const store = new Database("places.db");

export function byCode(code: string) {
  return store.prepare(`SELECT * FROM places WHERE code = '${code}'`).all(); // expect: sql-injection from src/server.ts
}
