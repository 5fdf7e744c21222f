import express from "express";
import pg from "pg";
import { conditions, pages } from "./conditions.js";

const app = express();
const pool = new pg.Pool();

app.get("/users", async (req, res) => {
  const where = [...conditions(req.query)].join(" AND ");
  await pool.query(`SELECT * FROM users WHERE ${where}`); // expect: sql-injection
  for (const condition of conditions(req.query)) {
    await pool.query(`SELECT * FROM users WHERE ${condition}`); // expect: sql-injection
  }
  for await (const text of pages(req)) {
    await pool.query(`SELECT * FROM users WHERE name = '${text}'`); // expect: sql-injection
  }
  res.end();
});
