import express, { Request, Response } from "express";
import { Pool } from "pg";
import { Column, Direction } from "./columns";

const pool = new Pool();
const app = express();

app.get("/users", async (req: Request, res: Response) => {
  const column = req.query.column as Column;
  const direction = req.query.direction as string;
  if (!Object.keys(Direction).length) {
    return res.status(400).end();
  }
  await pool.query(`SELECT * FROM users ORDER BY ${Column.Name} ${direction}`); // expect: sql-injection
  await pool.query(`SELECT * FROM users ORDER BY ${column}`); // expect: sql-injection
  res.end();
});
