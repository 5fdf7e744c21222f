import express from "express";
import { find } from "./current";

const app = express();

app.get("/users", async (req, res) => {
  const { rows } = await find(req.query.name as string);
  res.json(rows);
});
