import { Pool } from 'pg';
import { Request, Response } from 'express';

abstract class Repository {
  protected readonly pool = new Pool();

  protected abstract get table(): string;

  async where(condition: string) {
    return this.pool.query(`SELECT * FROM people WHERE ${condition}`); // expect: sql-injection
  }
}

class People extends Repository {
  protected get table() {
    return 'people';
  }
}

const people = new People();

export async function list(req: Request, res: Response) {
  res.json(await people.where(`name = '${req.query.name}'`));
}
