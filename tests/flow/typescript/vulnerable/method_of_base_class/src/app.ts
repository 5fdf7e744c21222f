import express from "express";
import { Pool } from "pg";
import { EventRepository } from "./events";

const app = express();
const events = new EventRepository(new Pool());

app.get("/events", async (req, res) => {
  res.json(await events.onDay(req.query.day as string));
});
