const helmet = require('helmet');
const app = require('express')();

app.disable('x-powered-by');
app.use(helmet());
app.use(helmet({ contentSecurityPolicy: { directives: { defaultSrc: ["'self'"] } } }));
