import express, { Request, Response } from "express";
import { Pool } from "pg";
import { UserRepository } from "./index";

const app = express();
const users = new UserRepository(new Pool());

app.get("/users", async (req: Request, res: Response) => {
  await users.findBy("name", req.query.name as string);
  await users.search(req.query.name as string);
  res.end();
});
