import { Router } from "express";
import { Pool } from "pg";
import { filter, orderedBy } from "./builder";

const pool = new Pool();
export const products = Router();

products.get("/products", async (req, res) => {
  const { rows } = await pool.query(orderedBy("products", req.query.sort as string)); // expect: sql-injection
  res.json(rows);
});

products.get("/brands", async (req, res) => {
  const { rows } = await pool.query(`SELECT * FROM brands WHERE ${filter("name", req.query.name as string)}`); // expect: sql-injection
  res.json(rows);
});
