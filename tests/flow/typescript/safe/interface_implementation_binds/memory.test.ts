import { Pool } from 'pg';

import type { NoteStore } from './store';

class Fake implements NoteStore {
  constructor(private readonly pool: Pool) {}

  async titled(title: string): Promise<unknown[]> {
    return (await this.pool.query(`SELECT * FROM fixtures WHERE title = '${title}'`)).rows;
  }
}

describe('routes', () => {
  it('answers', async () => {
    await new Fake(new Pool()).titled('a');
  });
});
