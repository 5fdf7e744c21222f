exports.validate = (req, res) => {
  const { password, token, apiKey } = req.body;
  if (password === '' || password === undefined || token === null) return res.sendStatus(400);
  if (typeof apiKey !== 'string') return res.sendStatus(400);
  if (password === req.body.confirmPassword) return res.sendStatus(204);
  return res.sendStatus(400);
};
