import { pool } from './pool';

enum Column {
  Name = 'name',
  Age = 'age',
}

export async function list(column: Column, direction: 'ASC' | 'DESC') {
  return pool.query(`SELECT * FROM users ORDER BY ${column} ${direction}`);
}
