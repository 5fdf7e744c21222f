import { Router } from "express";
import { Pool } from "pg";
import { assignedTo } from "@data/tickets";

const pool = new Pool();
export const tickets = Router();

tickets.get("/tickets", async (req, res) => {
  const found = await assignedTo(pool, req.query.person as string);
  res.json(found.rows);
});
