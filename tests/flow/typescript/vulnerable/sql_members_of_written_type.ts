import express from "express";
import { Pool } from "pg";

const app = express();
const pool = new Pool();

function find({ name = "all", limit = 10 }: { name?: string; limit?: number }) {
  pool.query(`SELECT * FROM t LIMIT ${limit}`);
  return pool.query(`SELECT * FROM t WHERE name = '${name}'`); // expect: sql-injection
}

export function sorted(options: { column: string; order: "asc" | "desc"; page: number | null }) {
  pool.query(`SELECT * FROM t ORDER BY name ${options.order} LIMIT ${options.page}`);
  return pool.query(`SELECT * FROM t WHERE name = '${options.column}'`); // expect: sql-injection
}

export const by = async ({ filter: { id, name } }: { filter: { id: number; name: string } }) => {
  await pool.query(`SELECT * FROM t WHERE id = ${id}`);
  await pool.query(`SELECT * FROM t WHERE name = '${name}'`); // expect: sql-injection
};

app.get("/destructured", async (req, res) => {
  res.json(await find({ name: req.query.name as string }));
  res.json(await sorted({ column: req.query.name as string, order: "asc", page: 1 }));
});
