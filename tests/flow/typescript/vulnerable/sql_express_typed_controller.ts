import { Request, Response } from 'express';
import { pool } from '../db';

export const getUser = async (req: Request, res: Response): Promise<void> => {
  const { id } = req.params;
  const result = await pool.query(`SELECT * FROM users WHERE id = ${id}`); // expect: sql-injection
  res.json(result.rows[0]);
};
