import express, { Request, Response } from "express";
import { invoicesOf } from "./repositories";

const app = express();

app.get("/invoices", async (req: Request, res: Response) => {
  res.json(await invoicesOf(String(req.query.customer)));
});

export default app;
