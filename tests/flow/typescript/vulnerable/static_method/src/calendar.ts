import { Router } from "express";
import { Event } from "./event";

export const calendar = Router();

calendar.get("/kind", async (req, res) => {
  const { rows } = await Event.ofKind(req.query.kind as string);
  res.json(rows);
});
