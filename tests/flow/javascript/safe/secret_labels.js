export const PASSWORD_FIELD = 'password';
export const API_KEY_HEADER = 'X-Api-Key';
export const TOKEN_URL = 'https://auth.example.com/oauth/token';
export const messages = {
  password: 'Password must have at least 8 characters',
  passwordLabel: 'Your password',
  token: 'Invalid token',
  apiKey: 'API key',
  secret: 'Client secret',
};
