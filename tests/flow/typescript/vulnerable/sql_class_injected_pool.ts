import { Pool, QueryResult } from 'pg';

export class UserRepository {
  constructor(private readonly pool: Pool) {}

  async findByName(name: string): Promise<QueryResult> {
    return this.pool.query(`SELECT * FROM users WHERE name = '${name}'`); // expect: sql-injection
  }
}
