import { pool } from './pool';

const SORT = { name: 'name ASC', newest: 'created_at DESC' } as const;

export async function list(sort: keyof typeof SORT) {
  return pool.query(`SELECT * FROM users ORDER BY ${SORT[sort]}`);
}
