import { Pool } from 'pg';

import type { ColumnStore, NoteStore } from './store';

export class PostgresNotes implements NoteStore {
  constructor(private readonly pool: Pool) {}

  async titled(title: string): Promise<unknown[]> {
    const found = await this.pool.query('SELECT * FROM notes WHERE title = $1', [title]);
    return found.rows;
  }
}

class Columns implements ColumnStore {
  constructor(private readonly pool: Pool) {}

  async titled(column: string): Promise<unknown[]> {
    const found = await this.pool.query(`SELECT ${column} FROM notes`);
    return found.rows;
  }
}

export async function titles(pool: Pool): Promise<unknown[]> {
  const columns: ColumnStore = new Columns(pool);
  return columns.titled('title');
}
