import { Pool } from "pg";

const pool = new Pool();

export const find = (text: string) => pool.query(text);
