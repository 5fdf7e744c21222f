import { NextRequest, NextResponse } from 'next/server';
import { Pool } from 'pg';

const pool = new Pool();

export async function POST(incoming: NextRequest) {
  const item = await incoming.json();
  await pool.query("INSERT INTO items (name) VALUES ('" + item.name + "')"); // expect: sql-injection
  return NextResponse.json({ ok: true });
}
