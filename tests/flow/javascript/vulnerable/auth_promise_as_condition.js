const bcrypt = require("bcrypt");
const argon2 = require("argon2");

exports.login = async (req, res) => {
  const user = await findUser(req.body.email);
  if (user && bcrypt.compare(req.body.password, user.hash)) { // expect: auth-bypass
    req.session.user = user.id;
  }
  res.redirect("/");
};

exports.unlock = async (req, res) => {
  const user = await findUser(req.body.email);
  const isValid = bcrypt.compare(req.body.password, user.hash); // expect: auth-bypass
  if (!isValid) {
    return res.sendStatus(401);
  }
  res.sendStatus(204);
};

exports.confirm = async (user, password) => (argon2.verify(user.hash, password) ? user : null); // expect: auth-bypass
