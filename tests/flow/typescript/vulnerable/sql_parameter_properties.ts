import { Pool } from 'pg';
import type { Request, Response } from 'express';

export class People {
  constructor(private readonly pool: Pool, private readonly table: string) {}

  list = async (req: Request, res: Response): Promise<void> => {
    const { rows } = await this.pool.query(`SELECT * FROM people WHERE name = '${req.query.name as string}'`); // expect: sql-injection
    res.json(rows);
  };
}
