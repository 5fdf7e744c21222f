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
  await pool.query(`SELECT * FROM users WHERE name = '${data.query.name}'`); // expect: sql-injection
  const { query } = await schema.parseAsync(req);
  await pool.query(`SELECT * FROM users WHERE name = '${query.name}'`); // expect: sql-injection
  res.end();
});
