const bcrypt = require('bcrypt');

exports.login = (req, res) => {
  bcrypt.compare(req.body.password, req.account.hash, (error, same) => {
    if (error || !same) return res.sendStatus(401);
    res.redirect('/');
  });
};
