import express, { Request, Response } from "express";
import { Pool } from "pg";
import { z } from "zod";

const pool = new Pool();
const app = express();

const schema = z.object({
  params: z.object({ id: z.coerce.number() }),
  query: z.object({ name: z.string(), order: z.enum(["asc", "desc"]) }),
});

app.get("/users/:id", async (req: Request, res: Response) => {
  const data = schema.parse(req);
  await pool.query(`SELECT * FROM users WHERE id = ${data.params.id} ORDER BY name ${data.query.order}`);
  const { query, params: { id } } = await schema.parseAsync(req);
  await pool.query(`SELECT * FROM users WHERE id = ${id} AND name = $1 ORDER BY name ${query.order}`, [query.name]);
  res.end();
});
