import { Pool } from 'pg';

export class Store {
  #pool = new Pool();

  async load(key) {
    const { rows } = await this.#pool.query("SELECT value FROM kv WHERE key = '" + key + "'"); // expect: sql-injection
    return rows[0]?.value;
  }
}
