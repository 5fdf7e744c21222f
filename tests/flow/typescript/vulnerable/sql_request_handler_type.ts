import type { RequestHandler } from 'express';
import { query } from './db';
import { pool } from './pool';

export const list: RequestHandler = async (request, response) => {
  const { rows } = await pool.query(`SELECT * FROM posts ORDER BY ${request.query.sort}`); // expect: sql-injection
  response.json(rows);
};
