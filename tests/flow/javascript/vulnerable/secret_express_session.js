const session = require('express-session');
const app = require('express')();

app.use(session({ // expect: hardcoded-secret
  secret: 'keyboard cat',
  resave: false,
  saveUninitialized: true,
}));
