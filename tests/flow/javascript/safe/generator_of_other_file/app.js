import express from "express";
import pg from "pg";
import { conditions } from "./conditions.js";

const app = express();
const pool = new pg.Pool();

app.get("/users", async (req, res) => {
  const where = [...conditions(req.query)].join(" AND ");
  await pool.query(`SELECT * FROM users WHERE ${where}`, [req.query.name]);
  for (const condition of conditions(req.query)) {
    await pool.query(`SELECT * FROM users WHERE ${condition}`, [req.query.name]);
  }
  res.end();
});
