module.exports = {
  port: 3000,
  db: {
    host: 'db.internal',
    user: 'admin',
    password: 'Tr0ub4dor&3x', // expect: hardcoded-secret
  },
  jwtSecret: 'b7f3c1d9e2a84f60', // expect: hardcoded-secret
};
