import { pool } from './pool';

export default async function Page({ searchParams }: { searchParams: { q: string } }) {
  const { rows } = await pool.query(`SELECT title FROM posts WHERE title LIKE '%${searchParams.q}%'`); // expect: sql-injection
  return <ul>{rows.map((row) => <li key={row.title}>{row.title}</li>)}</ul>;
}
