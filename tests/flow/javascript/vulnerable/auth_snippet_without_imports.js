function issue(user) {
  return jsonwebtoken.sign({ sub: user.id }, null, { algorithm: 'none' }); // expect: auth-bypass
}
