exports.login = (req, res) => {
  res.cookie('session_id', newSession(req.body), { httpOnly: false, secure: true }); // expect: permissive-headers
  res.redirect('/');
};
