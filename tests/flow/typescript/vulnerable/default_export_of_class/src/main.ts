import express from "express";
import { Pool } from "pg";
import UserRepository from "./repository";

const app = express();
const users = new UserRepository(new Pool());

app.get("/users", async (req, res) => {
  res.json(await users.search(req.query.term as string));
});
