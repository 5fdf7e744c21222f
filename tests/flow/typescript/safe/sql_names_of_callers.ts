import { Pool } from 'pg';

const pool = new Pool();

export async function createDatabase(name: string): Promise<void> {
  await pool.query(`CREATE DATABASE "${name}"`);
}

export async function all(table: string, order: string) {
  return pool.query(`SELECT * FROM ${table} ORDER BY ${order}`);
}
