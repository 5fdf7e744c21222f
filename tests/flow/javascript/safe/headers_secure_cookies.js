const session = require('express-session');
const app = require('express')();

app.use(session({
  secret: process.env.SESSION_SECRET,
  cookie: { secure: process.env.NODE_ENV === 'production', httpOnly: true, sameSite: 'lax' },
}));

app.post('/login', (req, res) => {
  res.cookie('token', issue(req), { httpOnly: true, secure: true, sameSite: 'strict' });
  res.cookie('theme', 'dark');
  res.clearCookie('session');
  res.cookie('session', '', { maxAge: 0 });
});
