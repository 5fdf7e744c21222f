import { Pool } from "pg";

const pool = new Pool();

export const search = (text: string) => pool.query(text);
export const page = 20;
