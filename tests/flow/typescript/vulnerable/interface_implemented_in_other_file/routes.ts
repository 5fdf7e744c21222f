import { Router, type Request, type Response } from 'express';

import type { Audit, NoteStore } from './store';

interface Services {
  notes: NoteStore;
  audit: Audit;
}

export function routes(services: Services): Router {
  const router = Router();
  router.get('/notes', async (req: Request, res: Response) => {
    await services.audit.login(String(req.query.user));
    res.json(await services.notes.titled(String(req.query.title)));
  });
  return router;
}
