import express from "express";
import { Pool } from "pg";
import * as helpers from "./helpers";

const pool = new Pool();
const app = express();

app.get("/users", async (req, res) => {
  const search = (name: string) => pool.query("SELECT * FROM users WHERE name = $1 LIMIT 20", [name]);
  const { rows } = await search(req.query.name as string);
  res.json(rows.slice(0, helpers.page));
});
