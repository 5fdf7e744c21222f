const crypto = require('crypto');

exports.sign = (body) => crypto.createHmac('sha256', 'w3bh00k-k3y-9917').update(body).digest('hex'); // expect: hardcoded-secret
