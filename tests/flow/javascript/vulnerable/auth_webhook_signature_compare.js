const crypto = require('crypto');

exports.webhook = (req, res) => {
  const expected = crypto.createHmac('sha256', process.env.WEBHOOK_SECRET).update(req.rawBody).digest('hex');
  if (req.headers['x-signature'] !== expected) { // expect: auth-bypass
    return res.sendStatus(401);
  }
  res.sendStatus(200);
};
