import { NextRequest, NextResponse } from 'next/server';
import { sql } from '@/lib/db';
import { Pool } from 'pg';

const pool = new Pool();

export async function GET(request: NextRequest) {
  const q = request.nextUrl.searchParams.get('q');
  const { rows } = await pool.query(`SELECT * FROM posts WHERE title ILIKE '%${q}%'`); // expect: sql-injection
  return NextResponse.json(rows);
}
