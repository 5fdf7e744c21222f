import { Pool } from "pg";

export class Repository {
  protected table = "things";

  constructor(protected readonly store: Pool) {}

  byId(id: string) {
    return this.store.query(`SELECT * FROM ${this.table} WHERE id = $1`, [id]);
  }
}
