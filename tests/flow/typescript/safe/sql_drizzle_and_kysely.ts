import { sql } from 'drizzle-orm';
import { db } from './db';

export const byName = (name: string) => db.execute(sql`SELECT * FROM users WHERE name = ${name}`);
export const search = (term: string) => db.selectFrom('users').where('name', 'like', `%${term}%`).execute();
