import express from "express";
import { Pool } from "pg";
import { z } from "zod";

const app = express();
const pool = new Pool();

const Search = z.object({
  page: z.number(),
  text: z.string().trim().min(1).max(100),
  mail: z.string().email().optional(),
  any: z.any(),
  either: z.union([z.number(), z.string()]),
  names: z.array(z.string()),
});

app.post("/search", async (req, res) => {
  const search = Search.extend({ place: z.string() }).parse(req.body);
  await pool.query(`SELECT * FROM tasks WHERE text = '${search.text}' LIMIT ${search.page}`); // expect: sql-injection
  await pool.query(`SELECT * FROM tasks WHERE mail = '${search.mail}'`); // expect: sql-injection
  await pool.query(`SELECT * FROM tasks WHERE any = '${search.any}'`); // expect: sql-injection
  await pool.query(`SELECT * FROM tasks WHERE either = '${search.either}'`); // expect: sql-injection
  await pool.query(`SELECT * FROM tasks WHERE place = '${search.place}'`); // expect: sql-injection
  for (const name of search.names) {
    await pool.query(`SELECT * FROM tasks WHERE name = '${name}'`); // expect: sql-injection
  }
  res.end();
});

const Filter = z.object({
  code: z.string().regex(/^[A-Z]{2}.*$/),
  name: z.string().transform((text) => text.trim().toLowerCase()),
});

app.get("/filtered", async (req, res) => {
  const { code, name } = Filter.parse(req.query);
  await pool.query(`SELECT * FROM orders WHERE code = '${code}'`); // expect: sql-injection
  await pool.query(`SELECT * FROM orders WHERE name = '${name}'`); // expect: sql-injection
  res.end();
});

app.get("/names", async (req, res) => {
  const result = Search.safeParse(req.query);
  if (!result.success) {
    return res.sendStatus(400);
  }
  await pool.query(`SELECT * FROM names WHERE text = '${result.data.text}'`); // expect: sql-injection
  const name = z.string().parse(req.query.name);
  await pool.query(`SELECT * FROM names WHERE name = '${name}'`); // expect: sql-injection
  res.end();
});
