import { Router } from "express";
import { Script, createContext } from "node:vm";

export const router = Router();

router.post("/rules", (req, res) => {
  const script = new Script(req.body.rule); // expect: code-injection
  res.json(script.runInContext(createContext({ total: 1 })));
});
