import { Router } from "express";
import { Pool } from "pg";
import { Kind, TABLES } from "./kinds";

const pool = new Pool();
export const media = Router();

media.get("/media", async (req, res) => {
  const table = TABLES[req.query.kind as string];
  const kind = req.query.kind === "film" ? Kind.Film : Kind.Book;
  const { rows } = await pool.query(`SELECT * FROM ${table} WHERE kind = '${kind}'`);
  res.json(rows);
});
