import { Pool, PoolClient } from "pg";

let pool: Pool | undefined;

export function getPool(): Pool {
  pool ??= new Pool();
  return pool;
}

export async function lease(): Promise<PoolClient> {
  return getPool().connect();
}
