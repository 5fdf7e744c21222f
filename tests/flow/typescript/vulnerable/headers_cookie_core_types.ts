import type { Response } from 'express-serve-static-core';

export function welcome(reply: Response, token: string) {
  reply.cookie('session', token); // expect: permissive-headers
  reply.status(201).cookie('session', token); // expect: permissive-headers
}
