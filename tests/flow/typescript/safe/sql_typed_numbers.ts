import { pool } from './pool';

export async function page(limit: number, offset: number, active: boolean, since: Date) {
  return pool.query(`SELECT * FROM posts WHERE active = ${active} LIMIT ${limit} OFFSET ${offset}`);
}
