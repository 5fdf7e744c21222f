import { Pool } from 'pg';

import { Audit, type NoteStore } from './store';

export class PostgresNotes implements NoteStore {
  constructor(private readonly pool: Pool) {}

  async titled(title: string): Promise<unknown[]> {
    const found = await this.pool.query(`SELECT * FROM notes WHERE title = '${title}'`); // expect: sql-injection from routes.ts
    return found.rows;
  }

  async count(): Promise<number> {
    const found = await this.pool.query('SELECT count(*) AS n FROM notes');
    return Number(found.rows[0].n);
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

export class PostgresAudit extends Audit {
  constructor(private readonly pool: Pool) {
    super();
  }

  async write(event: string): Promise<void> {
    await this.pool.query("INSERT INTO audit (event) VALUES ('" + event + "')"); // expect: sql-injection from routes.ts
  }
}
