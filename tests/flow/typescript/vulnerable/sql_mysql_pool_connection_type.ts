import type { Pool, PoolConnection } from 'mysql2/promise';

export async function rename(session: PoolConnection, before: string, after: string) {
  await session.query("UPDATE items SET name = '" + after + "' WHERE name = '" + before + "'"); // expect: sql-injection
}

export async function list(shop: Pool, name: string) {
  return shop.query("SELECT * FROM items WHERE name = '" + name + "'"); // expect: sql-injection
}
