import { Pool } from "pg";
import { z } from "zod";
import { taskQuery, type TaskQuery } from "./schemas";

const pool = new Pool();

export function find(query: TaskQuery) {
  return pool.query(`SELECT * FROM tasks WHERE text = '${query.text}'`); // expect: sql-injection from routes.ts
}

export function count(query: z.infer<typeof taskQuery>) {
  return pool.query(`SELECT count(*) FROM tasks WHERE text = '${query.text}'`); // expect: sql-injection from routes.ts
}
