import express from "express";
import { productsOf } from "@shop/data";

const app = express();

app.get("/products", async (req, res) => {
  const { rows } = await productsOf(req.query.brand as string);
  res.json(rows);
});
