exports.form = (req, res) => {
  res.cookie('XSRF-TOKEN', req.csrfToken(), { secure: true });
  res.cookie('csrf_token', req.csrfToken(), { secure: true, httpOnly: false });
};
