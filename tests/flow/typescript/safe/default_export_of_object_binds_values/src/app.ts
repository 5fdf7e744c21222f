import express from "express";
import queries from "./queries";

const app = express();

app.get("/customers", async (req, res) => {
  res.json(await queries.customersIn(req.query.city as string));
});
