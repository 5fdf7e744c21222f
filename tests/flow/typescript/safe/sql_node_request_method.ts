import type { IncomingMessage, ServerResponse } from 'http';
import { Pool } from 'pg';

const pool = new Pool();

export async function log(request: IncomingMessage, response: ServerResponse) {
  await pool.query("INSERT INTO log (method) VALUES ('" + request.method + "')");
  response.end();
}
