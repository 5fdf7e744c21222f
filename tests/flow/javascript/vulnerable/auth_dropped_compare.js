const bcrypt = require('bcrypt');

async function login(user, password) {
  bcrypt.compareSync(password, user.passwordHash); // expect: auth-bypass
  return createSession(user);
}

module.exports = login;
