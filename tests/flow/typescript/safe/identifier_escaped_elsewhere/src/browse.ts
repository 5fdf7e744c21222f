import { Router } from "express";
import { Pool } from "pg";
import { quoted } from "./identifiers";

const pool = new Pool();
export const browse = Router();

browse.get("/browse", async (req, res) => {
  const { rows } = await pool.query(`SELECT * FROM ${quoted(req.query.table as string)}`);
  res.json(rows);
});
