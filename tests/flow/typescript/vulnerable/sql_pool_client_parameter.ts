import type { PoolClient } from 'pg';

export async function archive(tx: PoolClient, table: string, before: string): Promise<void> {
  await tx.query(`DELETE FROM ${table} WHERE created_at < '${before}'`); // expect: sql-injection
}
