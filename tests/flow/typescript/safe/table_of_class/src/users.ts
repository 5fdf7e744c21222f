import { Router } from "express";
import { Pool } from "pg";
import { Repository } from "./base";

class Users extends Repository {
  protected table = "users";
}

const users = new Users(new Pool());
export const router = Router();

router.get("/user", async (req, res) => {
  const { rows } = await users.byId(req.query.id as string);
  res.json(rows);
});
