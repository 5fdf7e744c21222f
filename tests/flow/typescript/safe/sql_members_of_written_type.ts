import express from "express";
import { Pool } from "pg";

const app = express();
const pool = new Pool();

function find({ name = "all", limit = 10 }: { name?: string; limit?: number }) {
  return pool.query(`SELECT * FROM t WHERE name = $1 LIMIT ${limit}`, [name]);
}

export function sorted(options: { column: string; order: "asc" | "desc"; page: number | null }) {
  return pool.query(`SELECT * FROM t ORDER BY name ${options.order} LIMIT ${options.page}`);
}

export const by = async ({ filter: { id, name } }: { filter: { id: number; name: string } }) => {
  await pool.query(`SELECT * FROM t WHERE id = ${id} AND name = $1`, [name]);
};

app.get("/destructured", async (req, res) => {
  res.json(await find({ name: req.query.name as string }));
});
