import express from "express";
import { taskQuery } from "./schemas";
import { count, find } from "./store";

const router = express.Router();

router.get("/tasks", async (req, res) => {
  const query = taskQuery.parse(req.query);
  await count(query);
  res.json(await find(query));
});

export default router;
