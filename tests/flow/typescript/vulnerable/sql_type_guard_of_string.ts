import { Pool } from 'pg';
import { Request, Response } from 'express';

const pool = new Pool();

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export async function list(req: Request, res: Response) {
  const { name } = req.query;
  if (!isText(name)) {
    throw new Error('name is missing');
  }
  res.json(await pool.query(`SELECT * FROM people WHERE name = '${name}'`)); // expect: sql-injection
}
