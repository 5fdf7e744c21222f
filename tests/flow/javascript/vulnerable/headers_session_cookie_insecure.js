const session = require('express-session');
const app = require('express')();

app.use(session({ // expect: permissive-headers
  secret: process.env.SESSION_SECRET,
  cookie: { secure: false, maxAge: 86400000 },
}));
