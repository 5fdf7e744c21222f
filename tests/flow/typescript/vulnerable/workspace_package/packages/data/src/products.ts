import { Pool } from "pg";

const pool = new Pool();

export async function productsOf(brand: string) {
  return pool.query(`SELECT * FROM products WHERE brand = '${brand}'`); // expect: sql-injection from apps/api/src/main.ts
}
