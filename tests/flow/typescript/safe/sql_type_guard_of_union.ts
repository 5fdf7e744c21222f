import { Pool } from 'pg';
import { Request, Response } from 'express';

const pool = new Pool();
const columns = ['name', 'city'] as const;
type Column = (typeof columns)[number];

function isColumn(value: unknown): value is Column {
  return columns.includes(value as Column);
}

export async function list(req: Request, res: Response) {
  const { sort } = req.query;
  if (!isColumn(sort)) {
    throw new Error('unknown column');
  }
  res.json(await pool.query(`SELECT * FROM people ORDER BY ${sort}`));
}
