export const attributes = {
  autocomplete: 'current-password',
  password: 'form.password.label',
  passwordPlaceholder: 'Enter your password',
  'aria-label': 'Show password',
  token: 'token.invalid',
};
