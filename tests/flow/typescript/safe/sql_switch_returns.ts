import { Pool } from 'pg';
import { Request, Response } from 'express';

const pool = new Pool();

function column(name: string): string {
  switch (name) {
    case 'newest':
      return 'created';
    case 'name':
      return name;
    default:
      throw new Error(`unknown: ${name}`);
  }
}

export async function list(req: Request, res: Response) {
  res.json(await pool.query(`SELECT * FROM people ORDER BY ${column(String(req.query.sort))}`));
}
