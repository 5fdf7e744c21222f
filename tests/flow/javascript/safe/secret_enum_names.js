export const Actions = {
  SET_TOKEN: 'auth/setToken',
  RESET_PASSWORD: 'auth/resetPassword',
  TOKEN: 'SET_ACCESS_TOKEN',
};
export const inputTypes = { password: 'password', token: 'token' };
