import { Pool } from "pg";

export abstract class Repository {
  protected abstract table: string;

  constructor(protected readonly store: Pool) {}

  protected async where(condition: string) {
    const { rows } = await this.store.query(`SELECT * FROM ${this.table} WHERE ${condition}`); // expect: sql-injection from src/app.ts
    return rows;
  }
}
