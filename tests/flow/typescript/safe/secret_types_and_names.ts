export interface Credentials {
  password: string;
  apiKey: 'header' | 'query';
}

export enum TokenKind {
  AccessToken = 'access_token',
  RefreshToken = 'refresh_token',
}

export const PASSWORD_REGEX = '^(?=.*[A-Z])(?=.*[0-9]).{8,}$';
export const INJECTION_TOKEN = Symbol('DATABASE_CONNECTION');
export const AUTH_TOKEN = 'AUTH_TOKEN';
