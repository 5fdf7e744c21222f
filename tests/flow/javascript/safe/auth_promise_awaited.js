const bcrypt = require("bcrypt");
const argon2 = require("argon2");

exports.login = async (req, res) => {
  const user = await findUser(req.body.email);
  if (!user || !(await bcrypt.compare(req.body.password, user.hash))) {
    return res.sendStatus(401);
  }
  const checked = bcrypt.compare(req.body.pin, user.pin);
  if (!(await checked)) {
    return res.sendStatus(401);
  }
  res.sendStatus(204);
};

exports.check = (user, password) => user && bcrypt.compare(password, user.hash);
exports.later = (user, password) => bcrypt.compare(password, user.hash).then((ok) => (ok ? user : null));
exports.verify = async (user, password) => ((await argon2.verify(user.hash, password)) ? user : null);

exports.called = (user, password, done) => {
  bcrypt.compare(password, user.hash, (error, ok) => done(error, ok));
};
