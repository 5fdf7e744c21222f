import { Router } from "express";
import { getPool, lease } from "./db";

export const metrics = Router();

metrics.get("/metrics", async (req, res) => {
  const { rows } = await getPool().query(`SELECT * FROM metrics WHERE host = '${req.query.host}'`); // expect: sql-injection
  res.json(rows);
});

metrics.get("/traces", async (req, res) => {
  const leased = await lease();
  const { rows } = await leased.query(`SELECT * FROM traces WHERE host = '${req.query.host}'`); // expect: sql-injection
  res.json(rows);
});
