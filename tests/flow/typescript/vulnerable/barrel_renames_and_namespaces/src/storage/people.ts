import Database from "better-sqlite3";

const store = new Database("people.db");

export const byTown = (town: string) => store.prepare(`SELECT * FROM people WHERE town = '${town}'`).all(); // expect: sql-injection from src/server.ts
