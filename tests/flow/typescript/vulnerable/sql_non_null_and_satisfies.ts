import { Pool } from 'pg';
import { Request, Response } from 'express';

const pool = new Pool();

export async function list(req: Request, res: Response) {
  const filter = { name: req.query.name! } satisfies Record<string, unknown>;
  res.json(await pool.query(`SELECT * FROM people WHERE name = '${filter.name}'`)); // expect: sql-injection
}
