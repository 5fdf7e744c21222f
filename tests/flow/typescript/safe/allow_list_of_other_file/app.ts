import express, { Request, Response } from "express";
import { Pool } from "pg";
import { Column, Direction, TABLES } from "./columns";

const pool = new Pool();
const app = express();

app.get("/users", async (req: Request, res: Response) => {
  const column = req.query.column as string;
  if (!Object.values(Column).includes(column as Column)) {
    return res.status(400).end();
  }
  const direction = req.query.direction as string;
  if (!Object.values(Direction).includes(direction as any)) {
    return res.status(400).end();
  }
  await pool.query(`SELECT * FROM users ORDER BY ${column} ${direction}`);
  res.end();
});

app.get("/tables", async (req: Request, res: Response) => {
  const table = String(req.query.table);
  const direction = Direction[req.query.direction as keyof typeof Direction];
  if (!(TABLES as readonly string[]).includes(table)) {
    throw new Error("no such table");
  }
  await pool.query(`SELECT * FROM ${table} ORDER BY id ${direction}`);
  const column = Column[req.query.column as keyof typeof Column] ?? Column.Name;
  await pool.query(`SELECT * FROM users ORDER BY ${column}`);
  res.end();
});
