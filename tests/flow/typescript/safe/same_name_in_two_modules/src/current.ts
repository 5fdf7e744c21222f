import { Pool } from "pg";

const pool = new Pool();

export const find = (name: string) => pool.query("SELECT * FROM users WHERE name = $1", [name]);
