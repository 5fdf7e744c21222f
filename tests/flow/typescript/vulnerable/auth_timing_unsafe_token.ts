import { Request, Response, NextFunction } from 'express';

export const internalOnly = (req: Request, res: Response, next: NextFunction) => {
  const token = req.get('authorization')?.replace('Bearer ', '');
  if (token === process.env.INTERNAL_API_TOKEN) { // expect: auth-bypass
    return next();
  }
  return res.status(401).end();
};
