import { Request, Response } from 'express';

export function login(_req: Request, response: Response): void {
  response.cookie('refresh_token', issue(), { httpOnly: false, secure: true, sameSite: 'lax' }); // expect: permissive-headers
  response.json({});
}
