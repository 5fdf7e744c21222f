import { Pool } from 'pg';

const pool = new Pool();

export default async function Page({ searchParams }: { searchParams: { tag?: string } }) {
  const { rows } = await pool.query('SELECT * FROM posts WHERE tag = $1', [searchParams.tag]);
  return (
    <ul title={`SELECT * FROM posts WHERE tag = '${searchParams.tag}'`}>
      {rows.map((row) => (
        <li key={row.id}>{row.title}</li>
      ))}
    </ul>
  );
}
