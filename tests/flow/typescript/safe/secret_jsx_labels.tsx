import React from 'react';

export const Login = () => (
  <form>
    <input type="password" name="password" placeholder="Enter password" autoComplete="new-password" />
    <input type="hidden" name="csrf_token" />
    <Field token="auth.login.title" password="form.password" secretKey="client-secret" />
  </form>
);
