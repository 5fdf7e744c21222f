import type { NextApiRequest, NextApiResponse } from 'next';
import { pool } from '../../lib/pool';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const result = await pool.query(`SELECT * FROM posts WHERE slug = '${req.query.slug}'`); // expect: sql-injection
  res.status(200).json(result.rows);
}
