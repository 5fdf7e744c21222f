import { Pool } from 'pg';

const pool = new Pool();

export default async function Page({ searchParams }: { searchParams: { tag?: string } }) {
  return (
    <ul title={`tag: ${searchParams.tag}`}>
      {(await pool.query(`SELECT * FROM posts WHERE tag = '${searchParams.tag}'`)).rows.map((row) => ( // expect: sql-injection
        <li key={row.id}>{row.title}</li>
      ))}
    </ul>
  );
}
