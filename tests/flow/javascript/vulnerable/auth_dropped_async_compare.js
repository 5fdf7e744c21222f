const bcrypt = require('bcryptjs');

exports.login = async (req, res) => {
  const user = await findUser(req.body.email);
  await bcrypt.compare(req.body.password, user.hash); // expect: auth-bypass
  req.session.user = user.id;
  res.redirect('/');
};
