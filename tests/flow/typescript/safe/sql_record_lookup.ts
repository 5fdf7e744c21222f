import { Pool } from 'pg';
import { Request, Response } from 'express';

const pool = new Pool();
const ORDER: Record<string, string> = { newest: 'created DESC', name: 'name ASC' };

export async function list(req: Request, res: Response) {
  const order = ORDER[req.query.sort as string];
  if (order === undefined) {
    throw new Error('unknown order');
  }
  res.json(await pool.query(`SELECT * FROM people ORDER BY ${order}`));
}
