import { Pool } from 'pg';

const pool = new Pool();

export async function find<T>(table: string, where: Record<string, string>): Promise<T[]> {
  const clauses = Object.keys(where).map((key) => `${key} = '${where[key]}'`);
  const { rows } = await pool.query(`SELECT * FROM ${table} WHERE ${clauses.join(' AND ')}`); // expect: sql-injection
  return rows as T[];
}
