import type { Pool } from "pg";

export default class UserRepository {
  constructor(private readonly store: Pool) {}

  async search(term: string) {
    const { rows } = await this.store.query(`SELECT * FROM users WHERE name ILIKE '%${term}%'`); // expect: sql-injection from src/main.ts
    return rows;
  }
}
