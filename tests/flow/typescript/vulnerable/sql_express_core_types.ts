import type { Express } from 'express';
import type { Request, Response } from 'express-serve-static-core';
import { Pool } from 'pg';

const pool = new Pool();

export async function list(request: Request, response: Response) {
  const { rows } = await pool.query("SELECT * FROM items WHERE name = '" + request.query.name + "'"); // expect: sql-injection
  response.json(rows);
}

export function mount(shop: Express) {
  shop.delete('/items/:id', async (request, response) => {
    await pool.query('DELETE FROM items WHERE id = ' + request.params.id); // expect: sql-injection
    response.sendStatus(204);
  });
}
