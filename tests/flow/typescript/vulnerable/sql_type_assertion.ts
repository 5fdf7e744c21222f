import { Router } from 'express';
import { db } from './db';

export const router = Router();

router.post('/lookup', async (req, res) => {
  const email = (req.body as { email: string }).email!;
  const rows = await db.query("SELECT * FROM users WHERE email = '" + email + "'"); // expect: sql-injection
  res.json(rows);
});
