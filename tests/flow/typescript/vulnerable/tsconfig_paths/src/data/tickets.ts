import { Pool } from "pg";

export async function assignedTo(pool: Pool, person: string) {
  return pool.query("SELECT * FROM tickets WHERE assignee = '" + person + "'"); // expect: sql-injection from src/web/routes.ts
}
