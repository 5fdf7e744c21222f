import { Router } from "express";
import { Pool } from "pg";
import { searchTerm } from "./params";

const pool = new Pool();
export const search = Router();

search.get("/search", async (req, res) => {
  const { rows } = await pool.query(`SELECT * FROM docs WHERE body LIKE '%${searchTerm(req)}%'`); // expect: sql-injection from src/params.ts
  res.json(rows);
});
