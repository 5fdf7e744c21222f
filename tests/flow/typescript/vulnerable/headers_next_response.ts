import { NextResponse } from 'next/server';

export async function GET() {
  return NextResponse.json({ ok: true }, { headers: { 'Access-Control-Allow-Origin': '*' } }); // expect: permissive-headers
}
