import { Pool } from "pg";

export abstract class Repository {
  protected readonly table: string = "things";

  constructor(protected readonly pool: Pool) {}

  findBy(column: string, value: string) {
    return this.pool.query(`SELECT * FROM ${this.table} WHERE ${column} = $1`, [value]);
  }

  protected clause(value: string): string {
    return `name = '${value}'`;
  }
}
