import { Pool } from "pg";

export class Database {
  private readonly pool = new Pool();

  async select(table: string, condition: string) {
    const { rows } = await this.pool.query(`SELECT * FROM ${table} WHERE ${condition}`); // expect: sql-injection from src/controller.ts
    return rows;
  }
}
