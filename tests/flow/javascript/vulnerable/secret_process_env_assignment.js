process.env.STRIPE_SECRET_KEY = 'rk8Jd72hLs0QpWx5Zv'; // expect: hardcoded-secret

module.exports = require('./app');
