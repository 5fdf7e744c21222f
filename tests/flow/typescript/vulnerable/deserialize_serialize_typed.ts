import { unserialize } from 'node-serialize';
import { Request, Response } from 'express';

export function restore(req: Request, res: Response): void {
  res.json(unserialize(req.body.state)); // expect: insecure-deserialization
}
