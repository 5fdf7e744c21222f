import { NextRequest } from 'next/server';
import { readFile } from 'fs/promises';
import path from 'path';

export async function GET(request: NextRequest) {
  const { searchParams } = new URL(request.url);
  const language = searchParams.get('language') ?? 'en';
  return readFile(path.join('content', language, 'index.md')); // expect: path-traversal
}

export async function HEAD(request: NextRequest) {
  return readFile(`content/${request.nextUrl.searchParams.get('name')}`); // expect: path-traversal
}

export async function PUT(request: NextRequest) {
  const url = new URL(request.url);
  const names = url.searchParams.getAll('name');
  return Promise.all(names.map((name) => readFile('content/' + name))); // expect: path-traversal
}
