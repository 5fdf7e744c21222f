import { NextFunction, Request, Response } from 'express';

export const adminOnly = (req: Request, res: Response, next: NextFunction) => {
  const role = req.header('X-Role');
  if (role !== 'admin') return res.sendStatus(403); // expect: auth-bypass
  return next();
};
