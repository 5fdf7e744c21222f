import express from "express";
import { level } from "#storage/stock";

export const app = express();

app.get("/stock/:sku", (req, res) => {
  res.json(level(req.params.sku));
});
