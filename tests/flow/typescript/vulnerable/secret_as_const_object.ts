export const config = {
  stripe: { apiKey: 'rk8Jd72hLs0QpWx5ZvT3' }, // expect: hardcoded-secret
  auth: { jwtSecret: process.env.JWT_SECRET ?? 'p9Kd83nLq0ZtXy' }, // expect: hardcoded-secret
} as const;
