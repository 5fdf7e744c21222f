import { Router } from "express";
import { Pool } from "pg";
import { filters } from "./builder";

const pool = new Pool();
export const products = Router();

products.get("/products", async (req, res) => {
  const { text, parameters } = filters(req.query);
  const { rows } = await pool.query(`SELECT * FROM products WHERE ${text}`, parameters);
  res.json(rows);
});
