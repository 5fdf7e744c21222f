import { Router } from 'express';

import type { NoteStore } from './store';

export function routes(notes: NoteStore): Router {
  const router = Router();
  router.get('/notes', async (req, res) => {
    res.json(await notes.titled(String(req.query.title)));
  });
  return router;
}
