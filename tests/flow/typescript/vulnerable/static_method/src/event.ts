import { Pool } from "pg";

export class Event {
  static readonly pool = new Pool();

  static async ofKind(kind: string) {
    return Event.pool.query(`SELECT * FROM events WHERE kind = '${kind}'`); // expect: sql-injection from src/calendar.ts
  }
}
