import { Pool } from "pg";
import { z } from "zod";
import { taskQuery, type TaskQuery } from "./schemas";

const pool = new Pool();

export function find(query: TaskQuery) {
  return pool.query(`SELECT * FROM tasks WHERE project = ${query.project} ORDER BY ${query.sort}`);
}

export function count(query: z.infer<typeof taskQuery>) {
  return pool.query(`SELECT count(*) FROM tasks WHERE project = ${query.project}`);
}
