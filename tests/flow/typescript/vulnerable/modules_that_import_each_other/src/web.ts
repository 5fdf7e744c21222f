import express from "express";
import { loadBelow } from "./children";

const app = express();

app.get("/tree", async (req, res) => {
  res.json(await loadBelow("root", req.query.path as string, 3));
});
