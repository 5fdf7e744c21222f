import { Pool } from "pg";

const pool = new Pool();

export async function invoicesOf(customer: string) {
  const { rows } = await pool.query(`SELECT * FROM invoices WHERE customer = '${customer}'`); // expect: sql-injection from src/app.ts
  return rows;
}
