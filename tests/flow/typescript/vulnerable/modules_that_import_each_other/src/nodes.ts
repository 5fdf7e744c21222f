import { Pool } from "pg";
import { loadBelow } from "./children";

const pool = new Pool();

export async function load(path: string, depth: number): Promise<unknown[]> {
  const { rows } = await pool.query(`SELECT * FROM nodes WHERE path = '${path}'`); // expect: sql-injection from src/web.ts
  return Promise.all(rows.map((row) => loadBelow(row.name, path, depth - 1)));
}
