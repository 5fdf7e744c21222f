import express from "express";
import { Pool } from "pg";
import { NameFinder } from "./finders";

const app = express();
const finder = new NameFinder(new Pool());

app.get("/users", async (req, res) => {
  const { rows } = await finder.find(req.query.name as string);
  res.json(rows);
});
