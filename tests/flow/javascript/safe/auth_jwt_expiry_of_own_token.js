import jwt from 'jsonwebtoken';

export function getExpiresAt(token) {
  const decoded = jwt.decode(token);
  if (decoded && typeof decoded === 'object' && decoded.exp) {
    return decoded.exp;
  }
  return null;
}

export const issuedAt = (token) => jwt.decode(token).iat;
