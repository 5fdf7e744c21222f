const cookieParser = require('cookie-parser');
const app = require('express')();

app.use(cookieParser('q8Zr2mK5vT1x')); // expect: hardcoded-secret
